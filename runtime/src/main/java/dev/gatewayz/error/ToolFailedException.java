package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import org.jspecify.annotations.Nullable;

/**
 * A tool failed in a way that is declared fatal, or could not be run at all. Its exception is the
 * cause.
 */
public final class ToolFailedException extends ToolException {
  private static final long serialVersionUID = 1;

  /**
   * A call that one of its tools ended.
   *
   * @param call the call that failed
   * @param what what happened, for the message
   * @param usage the tokens that were reported, {@code null} if none were
   * @param cause what the tool threw
   */
  public ToolFailedException(CallInfo call, String what, @Nullable Usage usage, Throwable cause) {
    super(call, what, "The cause tells why.", Partial.builder().usage(usage).build(), cause);
  }
}
