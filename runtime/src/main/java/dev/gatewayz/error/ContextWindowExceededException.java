package dev.gatewayz.error;

/**
 * The prompt and the room for the answer are larger than the model's context window. Found by what
 * the provider says, whatever the status.
 */
public final class ContextWindowExceededException extends BadRequestException {
  private static final long serialVersionUID = 1;

  /**
   * An error about the context window.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public ContextWindowExceededException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }
}
