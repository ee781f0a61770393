package dev.gatewayz.error;

/**
 * The key was missing, or the gateway did not accept it. Also when the gateway's own key towards a
 * provider failed: see {@link #isUpstream()}. HTTP status 401, or 0 where no key was given and
 * nothing was sent.
 */
public final class AuthenticationException extends ApiException {
  private static final long serialVersionUID = 1;

  private final boolean upstream;

  /**
   * An error with status 401.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   * @param upstream see {@link #isUpstream()}
   */
  public AuthenticationException(CallInfo call, ApiError error, String advice, boolean upstream) {
    super(call, error, advice);
    this.upstream = upstream;
  }

  /** {@return whether the gateway's own key towards a provider failed, and not yours} */
  public boolean isUpstream() {
    return upstream;
  }

  @Override
  public boolean isTransient() {
    return false;
  }

  @Override
  public Fault fault() {
    // Nothing is wrong with your account if the gateway's own is refused.
    return upstream ? Fault.TRANSIENT : Fault.ACCOUNT;
  }
}
