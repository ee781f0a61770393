package dev.gatewayz.error;

import org.jspecify.annotations.Nullable;

/**
 * The gateway could not be reached, or the connection broke before the answer began: unknown host,
 * refused connection, failed TLS handshake, reset.
 */
public final class ConnectionException extends GatewayzException {
  private static final long serialVersionUID = 1;

  /** What failed. */
  public enum Reason {
    /** The host has no address. */
    UNKNOWN_HOST,
    /** No connection could be opened. */
    CONNECT,
    /** No encrypted connection could be agreed on. */
    TLS,
    /** The connection or the stream ended before the answer began. */
    RESET
  }

  private final Reason reason;

  /**
   * A connection that failed.
   *
   * @param call the call that failed
   * @param reason what failed
   * @param what what happened, for the message
   * @param advice what to do about it, for the message; empty for none
   * @param cause what was thrown below, {@code null} for nothing
   */
  public ConnectionException(
      CallInfo call, Reason reason, String what, String advice, @Nullable Throwable cause) {
    super(call, what, advice, Partial.NONE, cause);
    this.reason = reason;
  }

  /** {@return what failed} */
  public Reason reason() {
    return reason;
  }

  @Override
  public boolean isTransient() {
    return reason != Reason.TLS;
  }

  @Override
  public Fault fault() {
    return reason == Reason.TLS ? Fault.ACCOUNT : Fault.TRANSIENT;
  }
}
