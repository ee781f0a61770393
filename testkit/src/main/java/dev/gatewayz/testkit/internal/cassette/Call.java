package dev.gatewayz.testkit.internal.cassette;

/**
 * A recorded call.
 *
 * @param question what was asked
 * @param response what was answered
 */
public record Call(Question question, Response response) {}
