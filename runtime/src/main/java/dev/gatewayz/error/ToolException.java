package dev.gatewayz.error;

import dev.gatewayz.chat.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tools of a prompt ended its call: one of them failed in a way that is declared fatal, or the
 * model asked for more rounds than are allowed.
 */
public final class ToolException extends GatewayzException {
  private static final long serialVersionUID = 1;

  /** A call that its tools ended. */
  public ToolException(
      CallInfo call, String what, String advice, @Nullable Usage usage, @Nullable Throwable cause) {
    super(call, what, advice, new Partial("", List.of(), usage), cause);
  }
}
