package dev.gatewayz.error;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A {@link FailedAttempt} as it was read. */
record FailedAttemptValue(
    int number,
    int ofModel,
    String model,
    @Nullable String promptId,
    GatewayzException failure,
    Duration elapsed,
    Duration left,
    boolean hasFallback,
    Duration waited)
    implements FailedAttempt {
  private static final long serialVersionUID = 1;

  @Override
  public String toString() {
    return "FailedAttempt["
        + "number="
        + number
        + ", ofModel="
        + ofModel
        + ", model="
        + model
        + ", promptId="
        + promptId
        + ", failure="
        + failure
        + ", elapsed="
        + elapsed
        + ", left="
        + left
        + ", hasFallback="
        + hasFallback
        + ", waited="
        + waited
        + "]";
  }
}
