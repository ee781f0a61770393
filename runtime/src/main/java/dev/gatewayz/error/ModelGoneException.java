package dev.gatewayz.error;

/** The model is no longer offered. HTTP status 410. */
public final class ModelGoneException extends ApiException {
  private static final long serialVersionUID = 1;

  /**
   * An error with status 410.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public ModelGoneException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public Fault fault() {
    return Fault.REQUEST;
  }
}
