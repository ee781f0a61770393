package dev.gatewayz.error;

/** The gateway gave up waiting for the request. HTTP status 408. */
public final class RequestTimeoutException extends ApiException {
  private static final long serialVersionUID = 1;

  /**
   * An error with status 408.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public RequestTimeoutException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
