package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import org.jspecify.annotations.Nullable;

/** The model answered, but not with the value that was asked for. The answer is paid for. */
public abstract class AnswerException extends GatewayzException {
  private static final long serialVersionUID = 1;

  AnswerException(CallInfo call, String what, String advice, String text, @Nullable Usage usage) {
    super(call, what, advice, Partial.builder().text(text).usage(usage).build(), null);
  }

  /** {@return what the model said, unchanged} */
  public final String text() {
    return partial().text();
  }

  @Override
  public final Fault fault() {
    return Fault.REQUEST;
  }
}
