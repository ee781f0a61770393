package dev.gatewayz.error;

/** More calls are under way or waiting than the limits of this client allow. */
public final class TooManyCallsException extends CallRefusedException {
  private static final long serialVersionUID = 1;

  /**
   * A call that was one too many.
   *
   * @param call the call that failed
   * @param what what happened, for the message
   * @param advice what to do about it, for the message; empty for none
   */
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
