package dev.gatewayz.observe;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that has become of a call. A call begins with {@link Queued} and ends with {@link
 * Finished}; both come once, also if an interceptor answers or refuses it. There may be more kinds
 * of events one day, so a {@code switch} over them needs a default.
 */
public sealed interface CallEvent
    permits CallEvent.Queued,
        CallEvent.Sent,
        CallEvent.FirstToken,
        CallEvent.Retried,
        CallEvent.Requeued,
        CallEvent.FellBack,
        CallEvent.Hedged,
        CallEvent.ToolStarted,
        CallEvent.ToolFinished,
        CallEvent.Finished,
        OtherEvent {

  /** Which call it is. */
  CallSubject call();

  /** The call has begun and waits for a connection; there may be one already. */
  sealed interface Queued extends CallEvent permits CallEventValues.Queued {

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects a event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /** What was collected. */
      public Queued build() {
        return new CallEventValues.Queued(call);
      }
    }
  }

  /** A request was sent. */
  sealed interface Sent extends CallEvent permits CallEventValues.Sent {

    /** The number of the request, from 1. */
    int attempt();

    /** The id that was sent with it. */
    String requestId();

    /** How long it took to get a connection. */
    Duration waited();

    /** Where it goes, as in {@code https://api.gatewayz.com}. */
    String gateway();

    /**
     * How many requests the gateway takes at once at this moment, as {@link
     * dev.gatewayz.Concurrency} has learned it; 0 for any number.
     */
    int concurrencyLimit();

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects a event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private int attempt;
      private String requestId = "";
      private Duration waited = Duration.ZERO;
      private String gateway = "";
      private int concurrencyLimit;

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /** See {@link Sent#attempt()}. Default: 0. */
      public Builder attempt(int attempt) {
        this.attempt = attempt;
        return this;
      }

      /** See {@link Sent#requestId()}. Default: empty. */
      public Builder requestId(String requestId) {
        this.requestId = Objects.requireNonNull(requestId, "requestId");
        return this;
      }

      /** See {@link Sent#waited()}. Default: 0. */
      public Builder waited(Duration waited) {
        this.waited = Objects.requireNonNull(waited, "waited");
        return this;
      }

      /** See {@link Sent#gateway()}. Default: empty. */
      public Builder gateway(String gateway) {
        this.gateway = Objects.requireNonNull(gateway, "gateway");
        return this;
      }

      /** See {@link Sent#concurrencyLimit()}. Default: 0. */
      public Builder concurrencyLimit(int concurrencyLimit) {
        this.concurrencyLimit = concurrencyLimit;
        return this;
      }

      /** What was collected. */
      public Sent build() {
        return new CallEventValues.Sent(
            call, attempt, requestId, waited, gateway, concurrencyLimit);
      }
    }
  }

  /** The first piece of a streamed answer has arrived. */
  sealed interface FirstToken extends CallEvent permits CallEventValues.FirstToken {

    /** Since the call began. */
    Duration sinceStart();

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects a event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private Duration sinceStart = Duration.ZERO;

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /** See {@link FirstToken#sinceStart()}. Default: 0. */
      public Builder sinceStart(Duration sinceStart) {
        this.sinceStart = Objects.requireNonNull(sinceStart, "sinceStart");
        return this;
      }

      /** What was collected. */
      public FirstToken build() {
        return new CallEventValues.FirstToken(call, sinceStart);
      }
    }
  }

  /** A request has failed and will be repeated. */
  sealed interface Retried extends CallEvent permits CallEventValues.Retried {

    /** What went wrong. */
    GatewayzException failure();

    /** How long the call waits before it sends the next. */
    Duration delay();

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call, GatewayzException failure) {
      return new Builder(call, failure);
    }

    /** Collects a event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private final GatewayzException failure;
      private Duration delay = Duration.ZERO;

      private Builder(CallSubject call, GatewayzException failure) {
        this.call = Objects.requireNonNull(call, "call");
        this.failure = Objects.requireNonNull(failure, "failure");
      }

      /** See {@link Retried#delay()}. Default: 0. */
      public Builder delay(Duration delay) {
        this.delay = Objects.requireNonNull(delay, "delay");
        return this;
      }

      /** What was collected. */
      public Retried build() {
        return new CallEventValues.Retried(call, failure, delay);
      }
    }
  }

  /**
   * A request was turned away by a limit of the gateway, and the call waits for another turn. That
   * spends no retries.
   */
  sealed interface Requeued extends CallEvent permits CallEventValues.Requeued {

    /** What the gateway said. */
    GatewayzException failure();

    /** How long the gateway wants no more requests; 0 if it does not say. */
    Duration delay();

    /** Where it went, as in {@code https://api.gatewayz.com}. */
    String gateway();

    /** How many requests the gateway takes at once, as is known now. */
    int concurrencyLimit();

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call, GatewayzException failure) {
      return new Builder(call, failure);
    }

    /** Collects a event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private final GatewayzException failure;
      private Duration delay = Duration.ZERO;
      private String gateway = "";
      private int concurrencyLimit;

      private Builder(CallSubject call, GatewayzException failure) {
        this.call = Objects.requireNonNull(call, "call");
        this.failure = Objects.requireNonNull(failure, "failure");
      }

      /** See {@link Requeued#delay()}. Default: 0. */
      public Builder delay(Duration delay) {
        this.delay = Objects.requireNonNull(delay, "delay");
        return this;
      }

      /** See {@link Requeued#gateway()}. Default: empty. */
      public Builder gateway(String gateway) {
        this.gateway = Objects.requireNonNull(gateway, "gateway");
        return this;
      }

      /** See {@link Requeued#concurrencyLimit()}. Default: 0. */
      public Builder concurrencyLimit(int concurrencyLimit) {
        this.concurrencyLimit = concurrencyLimit;
        return this;
      }

      /** What was collected. */
      public Requeued build() {
        return new CallEventValues.Requeued(call, failure, delay, gateway, concurrencyLimit);
      }
    }
  }

  /** The model or the gateway has failed and another one is asked, which {@link #call} names. */
  sealed interface FellBack extends CallEvent permits CallEventValues.FellBack {

    /** What went wrong. */
    GatewayzException failure();

    /** The model that was asked before. */
    String failedModel();

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call, GatewayzException failure) {
      return new Builder(call, failure);
    }

    /** Collects a event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private final GatewayzException failure;
      private String failedModel = "";

      private Builder(CallSubject call, GatewayzException failure) {
        this.call = Objects.requireNonNull(call, "call");
        this.failure = Objects.requireNonNull(failure, "failure");
      }

      /** See {@link FellBack#failedModel()}. Default: empty. */
      public Builder failedModel(String failedModel) {
        this.failedModel = Objects.requireNonNull(failedModel, "failedModel");
        return this;
      }

      /** What was collected. */
      public FellBack build() {
        return new CallEventValues.FellBack(call, failure, failedModel);
      }
    }
  }

  /** The answer is late, and a second request was sent to race the first. */
  sealed interface Hedged extends CallEvent permits CallEventValues.Hedged {

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects a event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /** What was collected. */
      public Hedged build() {
        return new CallEventValues.Hedged(call);
      }
    }
  }

  /** A tool that the model asked for was handed to the executor of tools. */
  sealed interface ToolStarted extends CallEvent permits CallEventValues.ToolStarted {

    /** The name of the tool. */
    String tool();

    /** The model's id of what it asked for; no two tools that run have the same. */
    String toolCallId();

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects an event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private String tool = "";
      private String toolCallId = "";

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /** See {@link ToolStarted#tool()}. Default: empty. */
      public Builder tool(String tool) {
        this.tool = Objects.requireNonNull(tool, "tool");
        return this;
      }

      /** See {@link ToolStarted#toolCallId()}. Default: empty. */
      public Builder toolCallId(String toolCallId) {
        this.toolCallId = Objects.requireNonNull(toolCallId, "toolCallId");
        return this;
      }

      /** What was collected. */
      public ToolStarted build() {
        return new CallEventValues.ToolStarted(call, tool, toolCallId);
      }
    }
  }

  /** A tool has ended, or nobody waits for it any more. Follows its {@link ToolStarted}. */
  sealed interface ToolFinished extends CallEvent permits CallEventValues.ToolFinished {

    /** The name of the tool. */
    String tool();

    /** The model's id of what it asked for. */
    String toolCallId();

    /** Since it was handed to the executor. */
    Duration duration();

    /**
     * What went wrong, {@code null} if it has a result: the simple name of the class of what it
     * threw, whether the model is told or the call fails; {@code unknown_tool} or {@code
     * invalid_arguments} if the model got it wrong; {@code timeout}, or {@code cancelled} if the
     * call has ended.
     */
    @Nullable String error();

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects an event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private String tool = "";
      private String toolCallId = "";
      private Duration duration = Duration.ZERO;
      private @Nullable String error;

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /** See {@link ToolFinished#tool()}. Default: empty. */
      public Builder tool(String tool) {
        this.tool = Objects.requireNonNull(tool, "tool");
        return this;
      }

      /** See {@link ToolFinished#toolCallId()}. Default: empty. */
      public Builder toolCallId(String toolCallId) {
        this.toolCallId = Objects.requireNonNull(toolCallId, "toolCallId");
        return this;
      }

      /** See {@link ToolFinished#duration()}. Default: 0. */
      public Builder duration(Duration duration) {
        this.duration = Objects.requireNonNull(duration, "duration");
        return this;
      }

      /** See {@link ToolFinished#error()}. Default: none. */
      public Builder error(@Nullable String error) {
        this.error = error;
        return this;
      }

      /** What was collected. */
      public ToolFinished build() {
        return new CallEventValues.ToolFinished(call, tool, toolCallId, duration, error);
      }
    }
  }

  /** The call has ended; {@link #call} names the model that answered. */
  sealed interface Finished extends CallEvent permits CallEventValues.Finished {

    /** How it ended. */
    Outcome outcome();

    /**
     * How many requests it took; 0 if none was sent, because an interceptor answered or refused.
     */
    int attempts();

    /** The id under which the gateway knows the call; empty if no request was sent. */
    String requestId();

    /** Since it began. */
    Duration duration();

    /**
     * From the beginning to the first piece of a streamed answer, {@code null} if there was none.
     */
    @Nullable Duration toFirstToken();

    /** How many pieces a streamed answer had; 0 for others. */
    int pieces();

    /** Where the tokens come from. */
    UsageSource source();

    /** The tokens, {@code null} if they are neither reported nor estimated. */
    @Nullable Usage usage();

    /**
     * What the call cost, in US dollars: as it was reported, else as the price table of the client
     * says; {@code null} if nobody knows.
     */
    @Nullable BigDecimal cost();

    /** What Gatewayz added, {@code null} if nothing. */
    @Nullable GatewayUsage gatewayUsage();

    /** The server's id of the answer; empty if there is none. */
    String responseId();

    /** The model that the answer names, in its words; empty if it names none. */
    String responseModel();

    /**
     * Why the model stopped, in the words of the server, for each choice that was read; empty if
     * there was no answer.
     */
    List<String> finishReasons();

    /**
     * What went wrong, {@code null} unless the gateway or this client failed; what an interceptor
     * threw is not here.
     */
    @Nullable GatewayzException failure();

    /** Starts with what cannot be missing; for tests, and for those who tell events themselves. */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects a event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private Outcome outcome = Outcome.SUCCESS;
      private int attempts;
      private String requestId = "";
      private Duration duration = Duration.ZERO;
      private @Nullable Duration toFirstToken;
      private int pieces;
      private UsageSource source = UsageSource.ABSENT;
      private @Nullable Usage usage;
      private @Nullable BigDecimal cost;
      private @Nullable GatewayUsage gatewayUsage;
      private @Nullable GatewayzException failure;
      private String responseId = "";
      private String responseModel = "";
      private List<String> finishReasons = List.of();

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /** See {@link Finished#outcome()}. Default: {@code SUCCESS}. */
      public Builder outcome(Outcome outcome) {
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        return this;
      }

      /** See {@link Finished#attempts()}. Default: 0. */
      public Builder attempts(int attempts) {
        this.attempts = attempts;
        return this;
      }

      /** See {@link Finished#requestId()}. Default: empty. */
      public Builder requestId(String requestId) {
        this.requestId = Objects.requireNonNull(requestId, "requestId");
        return this;
      }

      /** See {@link Finished#duration()}. Default: 0. */
      public Builder duration(Duration duration) {
        this.duration = Objects.requireNonNull(duration, "duration");
        return this;
      }

      /** See {@link Finished#toFirstToken()}. Default: none. */
      public Builder toFirstToken(@Nullable Duration toFirstToken) {
        this.toFirstToken = toFirstToken;
        return this;
      }

      /** See {@link Finished#pieces()}. Default: 0. */
      public Builder pieces(int pieces) {
        this.pieces = pieces;
        return this;
      }

      /** See {@link Finished#source()}. Default: {@code ABSENT}. */
      public Builder source(UsageSource source) {
        this.source = Objects.requireNonNull(source, "source");
        return this;
      }

      /** See {@link Finished#usage()}. Default: none. */
      public Builder usage(@Nullable Usage usage) {
        this.usage = usage;
        return this;
      }

      /** See {@link Finished#cost()}. Default: unknown. */
      public Builder cost(@Nullable BigDecimal cost) {
        this.cost = cost;
        return this;
      }

      /** See {@link Finished#gatewayUsage()}. Default: none. */
      public Builder gatewayUsage(@Nullable GatewayUsage gatewayUsage) {
        this.gatewayUsage = gatewayUsage;
        return this;
      }

      /** See {@link Finished#responseId()}. Default: empty. */
      public Builder responseId(String responseId) {
        this.responseId = Objects.requireNonNull(responseId, "responseId");
        return this;
      }

      /** See {@link Finished#responseModel()}. Default: empty. */
      public Builder responseModel(String responseModel) {
        this.responseModel = Objects.requireNonNull(responseModel, "responseModel");
        return this;
      }

      /** See {@link Finished#finishReasons()}. Default: none. */
      public Builder finishReasons(List<String> finishReasons) {
        this.finishReasons = List.copyOf(finishReasons);
        return this;
      }

      /** See {@link Finished#failure()}. Default: none. */
      public Builder failure(@Nullable GatewayzException failure) {
        this.failure = failure;
        return this;
      }

      /** What was collected. */
      public Finished build() {
        return new CallEventValues.Finished(
            call,
            outcome,
            attempts,
            requestId,
            duration,
            toFirstToken,
            pieces,
            source,
            usage,
            cost,
            gatewayUsage,
            responseId,
            responseModel,
            finishReasons,
            failure);
      }
    }
  }
}
