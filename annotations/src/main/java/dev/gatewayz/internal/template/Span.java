package dev.gatewayz.internal.template;

/**
 * A stretch of a template's text.
 *
 * @param start the first character
 * @param end the first character after it
 */
public record Span(int start, int end) {}
