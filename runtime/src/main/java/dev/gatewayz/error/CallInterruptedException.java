package dev.gatewayz.error;

/**
 * The thread that blocked for the answer was interrupted, so its call was cancelled. The thread's
 * interrupt flag is set.
 */
public final class CallInterruptedException extends GatewayzException {
  private static final long serialVersionUID = 1;

  /**
   * An interrupted wait for that call.
   *
   * @param call the call that was waited for
   */
  public CallInterruptedException(CallInfo call) {
    super(call, "The thread was interrupted, so the call was cancelled.", "", Partial.NONE, null);
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
