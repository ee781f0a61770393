package dev.gatewayz.error;

import org.jspecify.annotations.Nullable;

/**
 * The server's answer cannot be understood: no JSON, no event stream, no answer in it, an event of
 * too many bytes, or a breach of HTTP.
 */
public final class ProtocolException extends GatewayzException {
  private static final long serialVersionUID = 1;

  private final String body;

  /**
   * An answer that cannot be understood.
   *
   * @param body the beginning of what was received
   */
  public ProtocolException(
      CallInfo call,
      String what,
      String advice,
      String body,
      Partial partial,
      @Nullable Throwable cause) {
    super(call, what, advice, partial, cause);
    this.body = body;
  }

  /** The beginning of what was received; empty if nothing was. */
  public String body() {
    return body;
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
