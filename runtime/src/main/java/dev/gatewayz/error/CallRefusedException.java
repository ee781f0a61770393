package dev.gatewayz.error;

/**
 * This client refused to make the call, so nothing was sent: a budget is used up, or too many calls
 * are under way.
 */
public abstract class CallRefusedException extends GatewayzException {
  private static final long serialVersionUID = 1;

  CallRefusedException(CallInfo call, String what, String advice) {
    super(call, what, advice, Partial.NONE, null);
  }
}
