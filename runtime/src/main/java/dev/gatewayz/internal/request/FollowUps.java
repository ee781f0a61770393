package dev.gatewayz.internal.request;

import dev.gatewayz.Approvals;
import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.Message;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.internal.syntax.Blank;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often a call may go back to the model after an answer, and how often it has.
 *
 * @param repairs how often the model may still correct an answer that does not fit
 * @param repairsDone how often it has tried
 * @param tools runs tools, {@code null} if there are none
 * @param toolRounds how often the model may still ask for tools
 * @param toolRoundsDone how often it has
 * @param approvals with which it goes on, {@code null} if it begins
 */
public record FollowUps(
    int repairs,
    int repairsDone,
    @Nullable ToolRunner tools,
    int toolRounds,
    int toolRoundsDone,
    @Nullable Approvals approvals) {

  /** The first answer counts. */
  public static final FollowUps NONE = of(0, null, 0);

  /** What a call may do that has not begun. */
  public static FollowUps of(int repairs, @Nullable ToolRunner tools, int toolRounds) {
    return new FollowUps(repairs, 0, tools, toolRounds, 0, null);
  }

  /** What is left to a call that goes on with what was decided. */
  FollowUps with(Approvals approvals) {
    int done = approvals.rounds();
    return new FollowUps(repairs, repairsDone, tools, toolRounds - done, done, approvals);
  }

  /** What is left when the model has been asked for a correction. */
  FollowUps afterRepair() {
    return new FollowUps(repairs - 1, repairsDone + 1, tools, toolRounds, toolRoundsDone, null);
  }

  /** What is left after a round of tools. */
  public FollowUps afterToolRound() {
    return new FollowUps(repairs, repairsDone, tools, toolRounds - 1, toolRoundsDone + 1, null);
  }

  /**
   * The messages that ask for a correction: the answer unless it is blank, and what is wrong with
   * it.
   *
   * @param said the answer with the thoughts that led to it
   * @param schema what the answer must look like, in words; {@code null} if nobody knows
   */
  static List<Message> correctionOf(
      AnswerFormatException failure, AssistantMessage said, @Nullable String schema) {
    String demand =
        "Your answer cannot be used: "
            + failure.complaint()
            + " Answer again, with the corrected JSON and nothing else.";
    Message complaint = Message.user(schema == null ? demand : demand + "\n\n" + schema);
    return Blank.is(failure.text())
        ? List.of(complaint)
        : List.of(said.toBuilder().content(failure.text()).toolCalls(List.of()).build(), complaint);
  }
}
