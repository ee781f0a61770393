package dev.gatewayz.error;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Partial} as it was read. */
record PartialValue(String text, List<ToolCall> toolCalls, @Nullable Usage usage)
    implements Partial {
  private static final long serialVersionUID = 1;

  /** Copies the collections. */
  PartialValue {
    toolCalls = List.copyOf(toolCalls);
  }

  /** Shows no words of the answer. */
  @Override
  public String toString() {
    return "Partial["
        + text.length()
        + " characters, toolCalls="
        + toolCalls
        + ", usage="
        + usage
        + "]";
  }
}
