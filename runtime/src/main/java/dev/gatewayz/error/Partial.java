package dev.gatewayz.error;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What had arrived of an answer before it broke.
 *
 * @param text the text of the first choice, empty if there was none
 * @param toolCalls the tool calls, of which the last may be incomplete
 * @param usage the last usage that was reported, {@code null} if there was none
 */
public record Partial(String text, List<ToolCall> toolCalls, @Nullable Usage usage)
    implements Serializable {

  /** Nothing had arrived. */
  public static final Partial NONE = new Partial("", List.of(), null);

  /** Copies the list. */
  public Partial {
    toolCalls = List.copyOf(toolCalls);
  }

  /** Whether nothing had arrived. */
  public boolean isEmpty() {
    return text.isEmpty() && toolCalls.isEmpty() && usage == null;
  }
}
