package dev.gatewayz.error;

/** The gateway finds the request wrong. HTTP status 400. */
public class BadRequestException extends ApiException {
  private static final long serialVersionUID = 1;

  /**
   * An error with status 400.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public BadRequestException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public boolean isTransient() {
    return false;
  }

  @Override
  public Fault fault() {
    return Fault.REQUEST;
  }
}
