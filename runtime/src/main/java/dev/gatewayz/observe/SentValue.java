package dev.gatewayz.observe;

import java.time.Duration;

/** A {@link CallEvent.Sent}. */
record SentValue(CallSubject call, int attempt, String requestId, Duration waited)
    implements CallEvent.Sent {

  @Override
  public String toString() {
    return "Sent["
        + call
        + ", attempt="
        + attempt
        + ", requestId="
        + requestId
        + ", waited="
        + waited
        + "]";
  }
}
