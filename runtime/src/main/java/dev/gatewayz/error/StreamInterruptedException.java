package dev.gatewayz.error;

import org.jspecify.annotations.Nullable;

/**
 * A streamed answer broke off after it had begun. {@link #partial()} holds what had arrived. Such a
 * call is never repeated by the client, because what was delivered cannot be taken back.
 */
public class StreamInterruptedException extends GatewayzException {
  private static final long serialVersionUID = 1;

  /**
   * A stream that broke off.
   *
   * @param call the call that failed
   * @param what what happened, for the message
   * @param advice what to do about it, for the message; empty for none
   * @param partial what had arrived before, {@link Partial#NONE} for nothing
   * @param cause what was thrown below, {@code null} for nothing
   */
  public StreamInterruptedException(
      CallInfo call, String what, String advice, Partial partial, @Nullable Throwable cause) {
    super(call, what, advice, partial, cause);
  }

  @Override
  public boolean isTransient() {
    return true;
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
