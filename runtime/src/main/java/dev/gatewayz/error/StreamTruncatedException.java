package dev.gatewayz.error;

/**
 * A streamed answer ended as if it were complete, but the model never said that it had finished: a
 * proxy or the gateway cut it.
 */
public final class StreamTruncatedException extends StreamInterruptedException {
  private static final long serialVersionUID = 1;

  /**
   * A stream that was cut.
   *
   * @param call the call that failed
   * @param what what happened, for the message
   * @param advice what to do about it, for the message; empty for none
   * @param partial what had arrived before, {@link Partial#NONE} for nothing
   */
  public StreamTruncatedException(CallInfo call, String what, String advice, Partial partial) {
    super(call, what, advice, partial, null);
  }
}
