package dev.gatewayz.error;

/** The gateway or the model is overloaded or out of service. HTTP status 503, and 529. */
public final class ServiceUnavailableException extends ApiException {
  private static final long serialVersionUID = 1;

  /**
   * An error with status 503.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public ServiceUnavailableException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
