package dev.gatewayz.observe;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A {@link CallEvent.Finished}. */
record FinishedValue(
    CallSubject call,
    Outcome outcome,
    int attempts,
    String requestId,
    Duration duration,
    @Nullable Duration toFirstToken,
    int pieces,
    UsageSource source,
    @Nullable Usage usage,
    @Nullable GatewayUsage gatewayUsage,
    @Nullable GatewayzException failure)
    implements CallEvent.Finished {

  @Override
  public String toString() {
    return "Finished["
        + call
        + ", outcome="
        + outcome
        + ", attempts="
        + attempts
        + ", requestId="
        + requestId
        + ", duration="
        + duration
        + ", toFirstToken="
        + toFirstToken
        + ", pieces="
        + pieces
        + ", source="
        + source
        + ", usage="
        + usage
        + ", gatewayUsage="
        + gatewayUsage
        + ", failure="
        + failure
        + "]";
  }
}
