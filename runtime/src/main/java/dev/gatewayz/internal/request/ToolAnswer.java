package dev.gatewayz.internal.request;

import org.jspecify.annotations.Nullable;

/**
 * What the model is told of a tool.
 *
 * @param text the words
 * @param error what went wrong, as observers name it; {@code null} if the tool has a result
 */
public record ToolAnswer(String text, @Nullable String error) {}
