package dev.gatewayz.processor.model;

import dev.gatewayz.processor.report.Origin;

/**
 * A value that is written in an annotation.
 *
 * @param value the value
 * @param origin where it is written
 */
public record Attribute<T>(T value, Origin origin) {}
