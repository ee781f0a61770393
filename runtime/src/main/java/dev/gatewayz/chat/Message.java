package dev.gatewayz.chat;

import java.util.List;

/**
 * One message of a conversation. Each role has its own kind, with the fields that role can have.
 * There may be more kinds one day, so a {@code switch} over them needs a default.
 */
public sealed interface Message
    permits SystemMessage, UserMessage, AssistantMessage, ToolMessage, OtherMessage {

  /** Who speaks. */
  Role role();

  /**
   * Instructions that stand above the conversation.
   *
   * @throws IllegalArgumentException if the text is blank, which the gateway would refuse
   */
  static Message system(String content) {
    return SystemMessage.of(content);
  }

  /**
   * A text from the one who asks.
   *
   * @throws IllegalArgumentException if the text is blank, which the gateway would refuse
   */
  static Message user(String content) {
    return UserMessage.of(List.of(Text.of(content)));
  }

  /**
   * Texts, images, sound and files from the one who asks, in this order.
   *
   * @throws IllegalArgumentException if there is none, or nothing but a blank text
   */
  static Message user(ContentPart... content) {
    return UserMessage.of(List.of(content));
  }

  /** A text from the model. */
  static Message assistant(String content) {
    return AssistantMessage.builder().content(content).build();
  }

  /**
   * What the model says and the tools that it wants called.
   *
   * @param content empty if it says nothing
   */
  static Message assistant(String content, List<ToolCall> toolCalls) {
    return AssistantMessage.builder()
        .content(content.isEmpty() ? null : content)
        .toolCalls(toolCalls)
        .build();
  }

  /** What a tool returned, in answer to the call with that id. */
  static Message tool(String toolCallId, String content) {
    return ToolMessage.of(toolCallId, content);
  }

  private static boolean isBlank(String text) {
    return text.codePoints().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /** Returns a text that is not blank, as the gateway understands blank. */
  static String requireText(String role, String text) {
    if (isBlank(text)) {
      throw new IllegalArgumentException(
          "The " + role + " message is blank; the gateway would refuse it.");
    }
    return text;
  }
}
