package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.AnswerRefusedException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the text of an answer ended.
 *
 * @param text what had arrived
 * @param word the server's finish reason, {@code null} if it sent none
 * @param refusal the words in which the model refused, {@code null} if it did not
 * @param isThought whether the model has thought
 * @param usage the tokens, {@code null} if they were not reported
 */
public record AnswerEnd(
    String text,
    @Nullable String word,
    @Nullable String refusal,
    boolean isThought,
    @Nullable Usage usage) {

  /** Whether a value in it may be whole although the end was not a normal one. */
  public boolean mayBeWhole() {
    FinishReason reason = FinishReason.of(word);
    return (refusal == null || refusal.isEmpty())
        && reason != FinishReason.LENGTH
        && reason != FinishReason.CONTENT_FILTER;
  }

  /**
   * What is wrong with an end that is not a normal one, {@code null} if nothing is.
   *
   * @param acceptsTruncated whether text that breaks off is wanted all the same
   */
  public @Nullable GatewayzException flaw(boolean acceptsTruncated, Supplier<CallInfo> call) {
    if (refusal != null && !refusal.isEmpty()) {
      return new AnswerRefusedException(call.get(), refusal, usage);
    }
    FinishReason reason = FinishReason.of(word);
    boolean isAccepted = acceptsTruncated && (reason == FinishReason.LENGTH || !text.isEmpty());
    return switch (reason) {
      case STOP, TOOL_CALLS, ABSENT -> null;
      default -> isAccepted ? null : flaw(reason, call.get());
    };
  }

  /**
   * As {@link #flaw}, of an answer that is text: where the model only thought, or called tools that
   * nobody has, the empty text is not what it answers.
   */
  public @Nullable GatewayzException flawOfText(boolean acceptsTruncated, Supplier<CallInfo> call) {
    GatewayzException flaw = flaw(acceptsTruncated, call);
    if (flaw != null || !text.isEmpty()) {
      return flaw;
    }
    if (FinishReason.of(word) == FinishReason.TOOL_CALLS) {
      return flaw(FinishReason.TOOL_CALLS, call.get());
    }
    boolean isUnsaid = isThought && FinishReason.of(word) != FinishReason.LENGTH;
    return isUnsaid ? AnswerTruncatedException.unsaid(call.get(), usage) : null;
  }

  private GatewayzException flaw(FinishReason reason, CallInfo call) {
    return switch (reason) {
      case LENGTH -> new AnswerTruncatedException(call, text, usage);
      case CONTENT_FILTER ->
          AnswerRefusedException.filtered(call, String.valueOf(word), text, usage);
      default -> AnswerTruncatedException.stopped(call, String.valueOf(word), text, usage);
    };
  }
}
