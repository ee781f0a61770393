package dev.gatewayz.fault;

/** What a client has to do about what a server sends it. */
public enum Reaction {
  /** Go on: its calls succeed. */
  TOLERATES,
  /** Give up the call, whose stream it resets unless the server has; or the whole connection. */
  FAILS_CALL,
  /** Close the connection, best with a word of explanation; its calls fail. */
  FAILS_CONNECTION,
  /**
   * Reset a stream, or close the connection, because of something that came when the call was
   * complete already: the call may succeed or fail.
   */
  REFUSES_REST
}
