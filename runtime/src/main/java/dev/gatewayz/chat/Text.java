package dev.gatewayz.chat;

/**
 * A text inside a user message. Wire type {@code text}.
 *
 * @param text the text
 */
public record Text(String text) implements ContentPart {}
