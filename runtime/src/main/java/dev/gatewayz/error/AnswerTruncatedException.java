package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import org.jspecify.annotations.Nullable;

/**
 * The answer was cut, at the token limit as a rule, so what is in it is not whole; or a text was
 * asked for and nothing but thoughts came.
 */
public final class AnswerTruncatedException extends AnswerException {
  private static final long serialVersionUID = 1;

  /**
   * An answer that was cut.
   *
   * @param call the call that failed
   * @param text what had arrived
   * @param usage the tokens that were reported, {@code null} if none were
   */
  public AnswerTruncatedException(CallInfo call, String text, @Nullable Usage usage) {
    this(
        call,
        "The answer was cut at the token limit.",
        "Raise max_tokens (the gateway's default is 4096), or ask for less.",
        text,
        usage);
  }

  private AnswerTruncatedException(
      CallInfo call, String what, String advice, String text, @Nullable Usage usage) {
    super(call, what, advice, text, usage);
  }

  /**
   * {@return an answer that ended for a reason that is not a normal end}
   *
   * @param call the call that failed
   * @param reason the finish reason in the server's word
   * @param text what had arrived
   * @param usage the tokens that were reported, {@code null} if none were
   */
  public static AnswerTruncatedException stopped(
      CallInfo call, String reason, String text, @Nullable Usage usage) {
    return new AnswerTruncatedException(
        call,
        "The answer ended early (finish reason " + reason + ").",
        "Try again, or another model; acceptTruncated takes what has arrived.",
        text,
        usage);
  }

  /**
   * {@return an answer of thoughts alone: the model ended before it said a word}
   *
   * @param call the call that failed
   * @param usage the tokens that were reported, {@code null} if none were
   */
  public static AnswerTruncatedException unsaid(CallInfo call, @Nullable Usage usage) {
    return new AnswerTruncatedException(
        call,
        "The model thought, and ended without a word of an answer.",
        "Try again, or ask for less thinking, or take another model.",
        "",
        usage);
  }
}
