package dev.gatewayz.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a piece of a streamed answer adds.
 *
 * @param role who speaks, {@code assistant}, in the first piece
 * @param content new text
 * @param reasoning new thoughts of a reasoning model; from {@code reasoning_content} or {@code
 *     reasoning}
 * @param refusal new words of a refusal
 * @param toolCalls new pieces of tool calls
 */
public record Delta(
    @Nullable String role,
    @Nullable String content,
    @Nullable String reasoning,
    @Nullable String refusal,
    List<ToolCallDelta> toolCalls) {

  /** Copies the list. */
  public Delta {
    toolCalls = List.copyOf(toolCalls);
  }
}
