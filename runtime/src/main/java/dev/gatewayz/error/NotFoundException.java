package dev.gatewayz.error;

/**
 * The gateway does not know the model or keeps it from this key, the model does not take what the
 * prompt has, or the address is not that of a gateway. HTTP status 404, or another that says so.
 */
public final class NotFoundException extends ApiException {
  private static final long serialVersionUID = 1;

  /**
   * An error with status 404.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public NotFoundException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public Fault fault() {
    return Fault.REQUEST;
  }
}
