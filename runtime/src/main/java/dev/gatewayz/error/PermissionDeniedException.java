package dev.gatewayz.error;

/** The key may not do this: plan, address, region or model are not allowed. HTTP status 403. */
public final class PermissionDeniedException extends ApiException {
  private static final long serialVersionUID = 1;

  /**
   * An error with status 403.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public PermissionDeniedException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public Fault fault() {
    return Fault.ACCOUNT;
  }
}
