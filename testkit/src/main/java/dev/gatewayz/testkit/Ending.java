package dev.gatewayz.testkit;

/**
 * How a request's answer ended.
 *
 * @param kind who ended it
 * @param errorCode the code of the client's RST_STREAM if {@code kind} is {@link Kind#RESET}, else
 *     0
 */
public record Ending(Kind kind, long errorCode) {

  /** The ways to end. */
  public enum Kind {
    /** The whole answer went to the client. */
    ANSWERED,
    /** The reply was made to break off: by {@link Step#end()}, a reset or a closed connection. */
    CUT,
    /** The client sent RST_STREAM. */
    RESET,
    /** The client closed the connection, or it was lost, or the gateway was closed. */
    DISCONNECTED
  }

  /**
   * {@return whether the client cancelled the call by this code}
   *
   * @param code of RST_STREAM
   */
  public boolean isResetBy(ErrorCode code) {
    return kind == Kind.RESET && errorCode == code.number();
  }
}
