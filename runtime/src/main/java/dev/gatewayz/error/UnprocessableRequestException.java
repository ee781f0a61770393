package dev.gatewayz.error;

/**
 * The gateway understood the request and found values in it that it does not accept; {@link
 * ApiError#fields()} names them. HTTP status 422.
 */
public final class UnprocessableRequestException extends ApiException {
  private static final long serialVersionUID = 1;

  /**
   * An error with status 422.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public UnprocessableRequestException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }

  @Override
  public Fault fault() {
    return Fault.REQUEST;
  }
}
