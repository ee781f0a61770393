package dev.gatewayz.error;

/** The gateway failed. HTTP status 500, and any other above it that has no class of its own. */
public final class InternalServerException extends ApiException {
  private static final long serialVersionUID = 1;

  /**
   * An error with status 500.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public InternalServerException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
