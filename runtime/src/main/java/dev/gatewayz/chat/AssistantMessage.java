package dev.gatewayz.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the model says.
 *
 * @param content the text, {@code null} where the model only calls tools
 * @param toolCalls the tools the model wants called, often none
 * @param refusal why the model will not answer, in its words, where it says so
 * @param reasoning the thoughts a reasoning model shows; read from {@code reasoning_content} or
 *     {@code reasoning}, never sent back
 */
public record AssistantMessage(
    @Nullable String content,
    List<ToolCall> toolCalls,
    @Nullable String refusal,
    @Nullable String reasoning)
    implements Message {

  /** Copies the list. */
  public AssistantMessage {
    toolCalls = List.copyOf(toolCalls);
  }

  @Override
  public Role role() {
    return Role.ASSISTANT;
  }
}
