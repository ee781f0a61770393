package dev.gatewayz.chat;

import java.util.Objects;

/** What a tool returned. Immutable. */
public final class ToolMessage implements Message {
  private final String toolCallId;
  private final String content;

  private ToolMessage(String toolCallId, String content) {
    this.toolCallId = toolCallId;
    this.content = content;
  }

  static ToolMessage of(String toolCallId, String content) {
    return new ToolMessage(
        Objects.requireNonNull(toolCallId, "toolCallId"), Message.requireText("tool", content));
  }

  /** {@return the id of the {@link ToolCall} this answers} */
  public String toolCallId() {
    return toolCallId;
  }

  /** {@return what the tool returned, as text, JSON as a rule; not blank} */
  public String content() {
    return content;
  }

  @Override
  public Role role() {
    return Role.TOOL;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ToolMessage that
        && toolCallId.equals(that.toolCallId)
        && content.equals(that.content);
  }

  @Override
  public int hashCode() {
    return Objects.hash(toolCallId, content);
  }

  /** Shows the length of the content alone. */
  @Override
  public String toString() {
    return "ToolMessage[" + toolCallId + ", " + content.length() + " characters]";
  }
}
