package dev.gatewayz.internal.call;

/** Where a call is. The arrows between the states are drawn in the description of the package. */
enum CallState {
  /** Not begun on its loop. */
  NEW,
  /** Waits until the limits of the client admit it. */
  QUEUED,
  /** Waits for its turn at the gateway. */
  WAITING,
  /** An attempt is under way, or two that race. */
  ASKING,
  /** Waits before the next attempt. */
  PAUSING,
  /** The tools that the model asked for are running. */
  TOOLS,
  /** Has ended; a response that nobody wants may still be running out. */
  ENDED;

  /** Whether nothing of the call is on the wire or in the hands of a tool. */
  boolean isAtRest() {
    return this == QUEUED || this == WAITING || this == PAUSING;
  }

  /** Whether a call may go from here to {@code next}. */
  boolean mayBecome(CallState next) {
    return switch (this) {
      case NEW -> next == QUEUED || next == ENDED;
      case QUEUED -> next == WAITING || next == ASKING || next == TOOLS || next == ENDED;
      case PAUSING, TOOLS -> next == WAITING || next == ASKING || next == ENDED;
      case WAITING -> next == ASKING || next == ENDED;
      case ASKING -> next != NEW && next != QUEUED;
      case ENDED -> false;
    };
  }
}
