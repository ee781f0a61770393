package dev.gatewayz.testkit.internal.server;

/**
 * One header line.
 *
 * @param name as it was, or is to be, on the wire
 * @param value its value
 */
public record Header(String name, String value) {}
