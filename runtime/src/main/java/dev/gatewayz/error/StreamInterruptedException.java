package dev.gatewayz.error;

import org.jspecify.annotations.Nullable;

/**
 * A streamed answer broke off after it had begun. {@link #partial()} holds what had arrived. Such a
 * call is never repeated by the client, because what was delivered cannot be taken back.
 */
public class StreamInterruptedException extends GatewayzException {
  private static final long serialVersionUID = 1;

  /** A stream that broke off. */
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
