package dev.gatewayz.eval.internal.cases;

/**
 * One case.
 *
 * @param id its member {@code id}, or a digest of its content
 * @param json what is written, for people
 * @param value what the evaluation gets
 */
public record CaseLine<C>(String id, String json, C value) {}
