package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import org.jspecify.annotations.Nullable;

/** The model, or a filter before it, refuses to answer. */
public final class AnswerRefusedException extends AnswerException {
  private static final long serialVersionUID = 1;

  /** An answer that was refused. */
  public AnswerRefusedException(CallInfo call, String refusal, @Nullable Usage usage) {
    super(call, "The model refuses: " + refusal, "Change the prompt.", refusal, usage);
  }
}
