package dev.gatewayz.error;

/** The provider refuses the content of the prompt. */
public final class ContentPolicyException extends BadRequestException {
  private static final long serialVersionUID = 1;

  /**
   * An error about the content.
   *
   * @param call the call that failed
   * @param error what the gateway said
   * @param advice what to do about it, for the message; empty for none
   */
  public ContentPolicyException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }
}
