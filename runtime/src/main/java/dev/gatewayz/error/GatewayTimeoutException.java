package dev.gatewayz.error;

/**
 * The provider behind the gateway did not answer in time. HTTP status 504, and 502 where the
 * gateway wraps it.
 */
public final class GatewayTimeoutException extends ApiException {
  private static final long serialVersionUID = 1;

  private final boolean upstream;

  /**
   * An error with status 504.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public GatewayTimeoutException(CallInfo call, ApiError error, String advice) {
    this(call, error, advice, false);
  }

  /**
   * An error that says who was late.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   * @param upstream see {@link #isUpstream()}
   */
  public GatewayTimeoutException(CallInfo call, ApiError error, String advice, boolean upstream) {
    super(call, error, advice);
    this.upstream = upstream;
  }

  /**
   * {@return whether it was the provider whom the gateway waited for in vain, as a rule several
   * times a minute each; {@code false} where the gateway's own time was up}
   */
  public boolean isUpstream() {
    return upstream;
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
