package dev.gatewayz.chat;

/**
 * What a tool returned.
 *
 * @param toolCallId the id of the {@link ToolCall} this answers
 * @param content what the tool returned, as text; JSON as a rule
 */
public record ToolMessage(String toolCallId, String content) implements Message {
  @Override
  public Role role() {
    return Role.TOOL;
  }
}
