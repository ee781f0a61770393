package dev.gatewayz.observe;

import dev.gatewayz.error.GatewayzException;
import java.time.Duration;

/** A {@link CallEvent.Retried}. */
record RetriedValue(CallSubject call, GatewayzException failure, Duration delay)
    implements CallEvent.Retried {

  @Override
  public String toString() {
    return "Retried[" + call + ", failure=" + failure + ", delay=" + delay + "]";
  }
}
