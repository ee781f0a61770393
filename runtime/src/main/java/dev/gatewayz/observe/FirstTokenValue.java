package dev.gatewayz.observe;

import java.time.Duration;

/** A {@link CallEvent.FirstToken}. */
record FirstTokenValue(CallSubject call, Duration sinceStart) implements CallEvent.FirstToken {

  @Override
  public String toString() {
    return "FirstToken[" + call + ", sinceStart=" + sinceStart + "]";
  }
}
