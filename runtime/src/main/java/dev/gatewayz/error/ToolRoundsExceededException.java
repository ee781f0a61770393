package dev.gatewayz.error;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The model asked for tools once more than is allowed. What it wants called is in {@code
 * partial()}.
 */
public final class ToolRoundsExceededException extends ToolException {
  private static final long serialVersionUID = 1;

  private final int rounds;

  /**
   * A call that would not come to an end.
   *
   * @param call the call that failed
   * @param rounds how often tools were run
   * @param wanted what the model wants called now
   * @param usage the tokens that were reported, {@code null} if none were
   */
  public ToolRoundsExceededException(
      CallInfo call, int rounds, List<ToolCall> wanted, @Nullable Usage usage) {
    super(
        call,
        "The model still asks for tools after " + rounds + (rounds == 1 ? " round." : " rounds."),
        "Raise maxToolRounds, or tell the model when to stop.",
        Partial.builder().toolCalls(wanted).usage(usage).build(),
        null);
    this.rounds = rounds;
  }

  /** {@return how often tools were run} */
  public int rounds() {
    return rounds;
  }
}
