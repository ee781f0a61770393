package dev.gatewayz.error;

/** The account has not enough credits for the call. HTTP status 402. */
public final class InsufficientCreditsException extends ApiException {
  private static final long serialVersionUID = 1;

  /** An error with status 402. */
  public InsufficientCreditsException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public Fault fault() {
    return Fault.ACCOUNT;
  }
}
