package dev.gatewayz.processor.model;

/**
 * A member of the request that this library has no attribute for.
 *
 * @param name its name on the wire
 * @param json its value, as JSON text
 */
public record Extra(Attribute<String> name, Attribute<String> json) {}
