package dev.gatewayz.chat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Delta} as it was read. */
record DeltaValue(
    @Nullable String role,
    @Nullable String content,
    @Nullable String reasoning,
    Map<String, String> reasoningMembers,
    @Nullable String refusal,
    List<ToolCallDelta> toolCalls)
    implements Delta {

  /** Copies the collections. */
  DeltaValue {
    reasoningMembers = Map.copyOf(reasoningMembers);
    toolCalls = List.copyOf(toolCalls);
  }

  /** Shows no words of the answer. */
  @Override
  public String toString() {
    return "Delta["
        + "role="
        + role
        + ", "
        + lengthOf(content)
        + " characters of content, "
        + lengthOf(reasoning)
        + " of reasoning, "
        + lengthOf(refusal)
        + " of a refusal, toolCalls="
        + toolCalls
        + "]";
  }

  private static int lengthOf(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
