package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import org.jspecify.annotations.Nullable;

/** The model, or a filter before it, refuses to answer. */
public final class AnswerRefusedException extends AnswerException {
  private static final long serialVersionUID = 1;

  /**
   * An answer that was refused.
   *
   * @param call the call that failed
   * @param refusal why the model will not answer, in its words; also the text of the answer
   * @param usage the tokens that were reported, {@code null} if none were
   */
  public AnswerRefusedException(CallInfo call, String refusal, @Nullable Usage usage) {
    this(call, "The model refuses: " + refusal, refusal, usage);
  }

  private AnswerRefusedException(CallInfo call, String what, String text, @Nullable Usage usage) {
    super(call, what, "Change the prompt.", text, usage);
  }

  /**
   * {@return an answer that a filter stopped}
   *
   * @param call the call that failed
   * @param reason the finish reason in the server's word
   * @param text what had arrived before
   * @param usage the tokens that were reported, {@code null} if none were
   */
  public static AnswerRefusedException filtered(
      CallInfo call, String reason, String text, @Nullable Usage usage) {
    return new AnswerRefusedException(
        call, "A content filter stopped the answer (finish reason " + reason + ").", text, usage);
  }
}
