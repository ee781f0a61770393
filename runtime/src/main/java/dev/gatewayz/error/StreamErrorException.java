package dev.gatewayz.error;

/**
 * The gateway reported an error in the middle of a streamed answer. An error before the first piece
 * of the answer is thrown as the {@link ApiException} it stands for instead.
 */
public final class StreamErrorException extends StreamInterruptedException {
  private static final long serialVersionUID = 1;

  private final ApiException error;

  /**
   * An error inside a stream.
   *
   * @param call the call that failed
   * @param what what happened, for the message
   * @param advice what to do about it, for the message; empty for none
   * @param partial what had arrived before, {@link Partial#NONE} for nothing
   * @param error the error, as it would have been thrown before the first piece
   */
  public StreamErrorException(
      CallInfo call, String what, String advice, Partial partial, ApiException error) {
    super(call, what, advice, partial, error);
    this.error = error;
  }

  /** {@return the error, as it would have been thrown before the first piece; also the cause} */
  public ApiException error() {
    return error;
  }
}
