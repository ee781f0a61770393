package dev.gatewayz.observe;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The events of calls as they were told. */
final class CallEventValues {
  private CallEventValues() {}

  /** A {@link CallEvent.Queued}. */
  record Queued(CallSubject call) implements CallEvent.Queued {

    @Override
    public String toString() {
      return "Queued[" + call + "]";
    }
  }

  /** A {@link CallEvent.Sent}. */
  record Sent(
      CallSubject call,
      int attempt,
      String requestId,
      Duration waited,
      String gateway,
      int concurrencyLimit)
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
          + ", gateway="
          + gateway
          + ", concurrencyLimit="
          + concurrencyLimit
          + "]";
    }
  }

  /** A {@link CallEvent.FirstToken}. */
  record FirstToken(CallSubject call, Duration sinceStart) implements CallEvent.FirstToken {

    @Override
    public String toString() {
      return "FirstToken[" + call + ", sinceStart=" + sinceStart + "]";
    }
  }

  /** A {@link CallEvent.Requeued}. */
  record Requeued(
      CallSubject call,
      GatewayzException failure,
      Duration delay,
      String gateway,
      int concurrencyLimit)
      implements CallEvent.Requeued {

    @Override
    public String toString() {
      return "Requeued["
          + call
          + ", failure="
          + failure
          + ", delay="
          + delay
          + ", gateway="
          + gateway
          + ", concurrencyLimit="
          + concurrencyLimit
          + "]";
    }
  }

  /** A {@link CallEvent.Retried}. */
  record Retried(CallSubject call, GatewayzException failure, Duration delay)
      implements CallEvent.Retried {

    @Override
    public String toString() {
      return "Retried[" + call + ", failure=" + failure + ", delay=" + delay + "]";
    }
  }

  /** A {@link CallEvent.FellBack}. */
  record FellBack(CallSubject call, GatewayzException failure, String failedModel)
      implements CallEvent.FellBack {

    @Override
    public String toString() {
      return "FellBack[" + call + ", failure=" + failure + ", failedModel=" + failedModel + "]";
    }
  }

  /** A {@link CallEvent.Hedged}. */
  record Hedged(CallSubject call) implements CallEvent.Hedged {

    @Override
    public String toString() {
      return "Hedged[" + call + "]";
    }
  }

  /** A {@link CallEvent.ToolStarted}. */
  record ToolStarted(CallSubject call, String tool, String toolCallId)
      implements CallEvent.ToolStarted {

    @Override
    public String toString() {
      return "ToolStarted[" + call + ", tool=" + tool + ", toolCallId=" + toolCallId + "]";
    }
  }

  /** A {@link CallEvent.ToolFinished}. */
  record ToolFinished(
      CallSubject call, String tool, String toolCallId, Duration duration, @Nullable String error)
      implements CallEvent.ToolFinished {

    @Override
    public String toString() {
      return "ToolFinished["
          + call
          + ", tool="
          + tool
          + ", toolCallId="
          + toolCallId
          + ", duration="
          + duration
          + ", error="
          + error
          + "]";
    }
  }

  /** A {@link CallEvent.Finished}. */
  record Finished(
      CallSubject call,
      Outcome outcome,
      int attempts,
      String requestId,
      Duration duration,
      @Nullable Duration toFirstToken,
      int pieces,
      UsageSource source,
      @Nullable Usage usage,
      @Nullable BigDecimal cost,
      @Nullable GatewayUsage gatewayUsage,
      String responseId,
      String responseModel,
      List<String> finishReasons,
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
          + ", cost="
          + cost
          + ", gatewayUsage="
          + gatewayUsage
          + ", responseId="
          + responseId
          + ", responseModel="
          + responseModel
          + ", finishReasons="
          + finishReasons
          + ", failure="
          + failure
          + "]";
    }
  }
}
