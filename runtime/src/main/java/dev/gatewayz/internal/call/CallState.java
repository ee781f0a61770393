package dev.gatewayz.internal.call;

/** Where a call is; it comes back to WAITING when it is sent again. */
enum CallState {
  /** Not begun, or not yet admitted. */
  NEW,
  /** No connection yet. */
  WAITING,
  /** The request is on its way. */
  SENT,
  /** The response has begun. */
  RESPONDING,
  /** Waits before it is sent again. */
  PAUSING,
  /** The tools that the model asked for are running. */
  TOOLS,
  /** Has ended; the exchange may still be running out. */
  ENDED
}
