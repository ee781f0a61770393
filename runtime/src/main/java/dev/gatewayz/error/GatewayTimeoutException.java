package dev.gatewayz.error;

/** The provider behind the gateway did not answer in time. HTTP status 504. */
public final class GatewayTimeoutException extends ApiException {
  private static final long serialVersionUID = 1;

  /** An error with status 504. */
  public GatewayTimeoutException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }
}
