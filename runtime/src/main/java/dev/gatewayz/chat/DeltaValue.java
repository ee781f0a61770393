package dev.gatewayz.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Delta} as it was read. */
record DeltaValue(
    @Nullable String role,
    @Nullable String content,
    @Nullable String reasoning,
    @Nullable String refusal,
    List<ToolCallDelta> toolCalls)
    implements Delta {

  /** Copies the collections. */
  DeltaValue {
    toolCalls = List.copyOf(toolCalls);
  }

  @Override
  public String toString() {
    return "Delta["
        + "role="
        + role
        + ", content="
        + content
        + ", reasoning="
        + reasoning
        + ", refusal="
        + refusal
        + ", toolCalls="
        + toolCalls
        + "]";
  }
}
