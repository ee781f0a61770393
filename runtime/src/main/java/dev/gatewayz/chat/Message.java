package dev.gatewayz.chat;

import dev.gatewayz.internal.syntax.Blank;
import java.util.List;
import java.util.Objects;

/**
 * One message of a conversation. Each role has its own kind, with the fields that role can have.
 * There may be more kinds one day, so a {@code switch} over them needs a default.
 */
public sealed interface Message
    permits SystemMessage, UserMessage, AssistantMessage, ToolMessage, OtherMessage {

  /** {@return who speaks} */
  Role role();

  /**
   * {@return instructions that stand above the conversation}
   *
   * @param content the text, not blank
   * @throws IllegalArgumentException if the text is blank, which the gateway would refuse
   */
  static Message system(String content) {
    return SystemMessage.of(content);
  }

  /**
   * {@return a text from the one who asks}
   *
   * @param content the text, not blank
   * @throws IllegalArgumentException if the text is blank, which the gateway would refuse
   */
  static Message user(String content) {
    return UserMessage.of(List.of(Text.of(content)));
  }

  /**
   * {@return texts, images, sound and files from the one who asks, in this order}
   *
   * @param content at least one
   * @throws IllegalArgumentException if there is none, or nothing but a blank text
   */
  static Message user(ContentPart... content) {
    return UserMessage.of(List.of(content));
  }

  /**
   * {@return a text from the model}
   *
   * @param content the text, not blank
   * @throws IllegalArgumentException if the text is blank, which the gateway would refuse
   */
  static Message assistant(String content) {
    return AssistantMessage.builder().content(requireText("assistant", content)).build();
  }

  /**
   * {@return what the model says and the tools that it wants called}
   *
   * @param content empty if it says nothing
   * @param toolCalls empty if it wants none
   * @throws IllegalArgumentException if it says nothing and wants no tool called
   */
  static Message assistant(String content, List<ToolCall> toolCalls) {
    String words = toolCalls.isEmpty() ? requireText("assistant", content) : content;
    return AssistantMessage.builder()
        .content(words.isEmpty() ? null : words)
        .toolCalls(toolCalls)
        .build();
  }

  /**
   * {@return what a tool returned, in answer to the call with that id}
   *
   * @param toolCallId {@link ToolCall#id()} of that call
   * @param content the text, not blank
   * @throws IllegalArgumentException if the text is blank, which the gateway would refuse
   */
  static Message tool(String toolCallId, String content) {
    return ToolMessage.of(toolCallId, content);
  }

  /**
   * Passes a message on that may be sent. Only the model can have said nothing at all.
   *
   * @param message of any role
   * @return the same message
   * @throws IllegalArgumentException if it is blank
   */
  static Message requireWords(Message message) {
    if (message instanceof AssistantMessage assistant && assistant.isBlank()) {
      throw new IllegalArgumentException(
          "The assistant message is blank, and calls no tool; the gateway would refuse it. Leave it"
              + " out of the history.");
    }
    return Objects.requireNonNull(message, "message");
  }

  /**
   * Passes a text on that is not blank, as the gateway understands blank.
   *
   * @param role named in the error
   * @param text checked
   * @return the same text
   * @throws IllegalArgumentException if it is blank
   */
  static String requireText(String role, String text) {
    if (Blank.is(text)) {
      throw new IllegalArgumentException(
          "The " + role + " message is blank; the gateway would refuse it.");
    }
    return text;
  }
}
