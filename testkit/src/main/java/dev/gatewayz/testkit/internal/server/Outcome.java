package dev.gatewayz.testkit.internal.server;

/**
 * How an exchange ended.
 *
 * @param kind who ended it, and how
 * @param code the code of the client's RST_STREAM, 0 otherwise
 */
public record Outcome(Kind kind, long code) {

  /** The ways to end. */
  public enum Kind {
    /** The whole answer went to the socket. */
    ANSWERED,
    /** The program cut the answer short. */
    CUT,
    /** The client sent RST_STREAM. */
    RESET,
    /** The client closed the connection. */
    DISCONNECTED
  }
}
