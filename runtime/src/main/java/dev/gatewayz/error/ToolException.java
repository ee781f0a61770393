package dev.gatewayz.error;

import org.jspecify.annotations.Nullable;

/** The tools of a prompt ended its call. What the model has said until then is paid for. */
public abstract class ToolException extends GatewayzException {
  private static final long serialVersionUID = 1;

  ToolException(
      CallInfo call, String what, String advice, Partial partial, @Nullable Throwable cause) {
    super(call, what, advice, partial, cause);
  }

  @Override
  public Fault fault() {
    return Fault.REQUEST;
  }
}
