package dev.gatewayz.error;

/**
 * Too many requests or tokens in too little time. HTTP status 429; 502 where Gatewayz wraps the
 * limit of a provider, 400 where the account has used up its day.
 */
public final class RateLimitException extends ApiException {
  private static final long serialVersionUID = 1;

  /** Whose limit was met. */
  public enum Scope {
    /** The gateway's limit for your key or plan. */
    GATEWAY,
    /** The limit of the provider behind the gateway. */
    UPSTREAM,
    /** The gateway's limit for your address. */
    IP
  }

  private final Scope scope;

  /**
   * An error with status 429.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   * @param scope whose limit was met
   */
  public RateLimitException(CallInfo call, ApiError error, String advice, Scope scope) {
    super(call, error, advice);
    this.scope = scope;
  }

  /** {@return whose limit was met} */
  public Scope scope() {
    return scope;
  }

  @Override
  public boolean isTransient() {
    // A request that is larger than the limit itself never passes.
    return status() != 413;
  }

  @Override
  public Fault fault() {
    return isTransient() ? Fault.TRANSIENT : Fault.REQUEST;
  }
}
