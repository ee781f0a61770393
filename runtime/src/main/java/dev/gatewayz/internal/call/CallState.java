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
  /** Has ended; the exchange may still be running out. */
  ENDED
}
