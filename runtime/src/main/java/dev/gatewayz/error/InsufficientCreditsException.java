package dev.gatewayz.error;

/**
 * The account has not enough credits for the call. HTTP status 402, or 400, 403 or 429 where the
 * server says so in words or by its code, as OpenAI's {@code insufficient_quota}.
 */
public final class InsufficientCreditsException extends ApiException {
  private static final long serialVersionUID = 1;

  /**
   * An error with status 402.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public InsufficientCreditsException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public boolean isTransient() {
    return false;
  }

  @Override
  public Fault fault() {
    return Fault.ACCOUNT;
  }
}
