package dev.gatewayz.error;

/**
 * The provider behind the gateway failed. Gatewayz also answers so to what a provider finds wrong
 * with the request, and to one that refuses the gateway's own key or account: see {@link
 * #upstreamStatus()}. HTTP status 502, also for a provider's error inside a stream, and 400 where
 * the model wrote what the server could not read.
 */
public final class BadGatewayException extends ApiException {
  private static final long serialVersionUID = 1;

  private final int upstreamStatus;

  /**
   * An error with status 502.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   * @param upstreamStatus see {@link #upstreamStatus()}
   */
  public BadGatewayException(CallInfo call, ApiError error, String advice, int upstreamStatus) {
    super(call, error, advice);
    this.upstreamStatus = upstreamStatus;
  }

  /**
   * {@return the status that the provider answered with, 0 if the gateway does not tell; 401 and
   * 402 also where it says with another that the gateway's key is wrong, or its account is empty,
   * and 500 where the model wrote what nobody could read}
   */
  public int upstreamStatus() {
    return upstreamStatus;
  }

  @Override
  public boolean isTransient() {
    return upstreamStatus < 400
        || upstreamStatus >= 500
        || upstreamStatus == 408
        || upstreamStatus == 429;
  }

  @Override
  public Fault fault() {
    boolean isOfGateway = upstreamStatus >= 401 && upstreamStatus <= 403;
    return isTransient() || isOfGateway ? Fault.TRANSIENT : Fault.REQUEST;
  }
}
