package dev.gatewayz.error;

/** More calls are under way or waiting than the limits of this client allow. */
public final class TooManyCallsException extends CallRefusedException {
  private static final long serialVersionUID = 1;

  /** A call that was one too many. */
  public TooManyCallsException(CallInfo call, String what, String advice) {
    super(call, what, advice);
  }

  @Override
  public boolean isTransient() {
    return true;
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
