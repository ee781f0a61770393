package dev.gatewayz.internal.override;

/**
 * A template that takes the place of another.
 *
 * @param place what it stands in: a file, or a map
 * @param line the line before it, 0 for none
 * @param text the template
 */
public record OverrideText(String place, int line, String text) {}
