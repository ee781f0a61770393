package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import org.jspecify.annotations.Nullable;

/** The answer was cut at the token limit, so the value in it is not whole. */
public final class AnswerTruncatedException extends AnswerException {
  private static final long serialVersionUID = 1;

  /** An answer that was cut. */
  public AnswerTruncatedException(CallInfo call, String text, @Nullable Usage usage) {
    super(
        call,
        "The answer was cut at the token limit.",
        "Raise max_tokens (the gateway's default is 4096), or ask for less.",
        text,
        usage);
  }
}
