package dev.gatewayz.error;

/** The provider refuses the content of the prompt. */
public final class ContentPolicyException extends BadRequestException {
  private static final long serialVersionUID = 1;

  /** An error about the content. */
  public ContentPolicyException(CallInfo call, ApiError error, String advice) {
    super(call, error, advice);
  }
}
