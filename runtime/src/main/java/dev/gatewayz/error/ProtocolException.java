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
   * @param call which call it answers
   * @param what what is wrong with it, a sentence
   * @param advice what to do about it, a sentence
   * @param body the beginning of what was received
   * @param partial what had arrived before
   */
  public ProtocolException(
      CallInfo call, String what, String advice, String body, Partial partial) {
    super(call, what, advice, partial, null);
    this.body = body;
  }

  /**
   * A breach of the protocol, or an answer that could not be read.
   *
   * @param call which call it is of
   * @param what what went wrong, a sentence
   * @param advice what to do about it, a sentence
   * @param partial what had arrived before
   * @param cause what went wrong
   */
  public ProtocolException(
      CallInfo call, String what, String advice, Partial partial, @Nullable Throwable cause) {
    super(call, what, advice, partial, cause);
    this.body = "";
  }

  /** {@return the beginning of what was received; empty if nothing was} */
  public String body() {
    return body;
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
