package dev.gatewayz.chat;

import java.util.List;

/**
 * One message of a conversation. Each role has its own kind, with the fields that role can have.
 */
public sealed interface Message permits SystemMessage, UserMessage, AssistantMessage, ToolMessage {

  /** Who speaks. */
  Role role();

  /** Instructions that stand above the conversation. */
  static Message system(String content) {
    return new SystemMessage(content);
  }

  /** A text from the one who asks. */
  static Message user(String content) {
    return new UserMessage(List.of(new Text(content)));
  }

  /** Texts, images, sound and files from the one who asks, in this order. */
  static Message user(ContentPart... content) {
    return new UserMessage(List.of(content));
  }

  /** A text from the model. */
  static Message assistant(String content) {
    return new AssistantMessage(content, List.of(), null, null);
  }

  /** What a tool returned, in answer to the call with that id. */
  static Message tool(String toolCallId, String content) {
    return new ToolMessage(toolCallId, content);
  }
}
