package dev.gatewayz.observe;

/** A {@link CallEvent.Queued}. */
record QueuedValue(CallSubject call) implements CallEvent.Queued {

  @Override
  public String toString() {
    return "Queued[" + call + "]";
  }
}
