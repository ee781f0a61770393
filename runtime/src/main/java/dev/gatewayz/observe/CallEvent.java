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

  /** {@return which call it is} */
  CallSubject call();

  /** The call has begun and waits for a connection; there may be one already. */
  sealed interface Queued extends CallEvent permits CallEventValues.Queued {

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @return a builder of an event that says no more
     */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects an event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /** {@return what was collected} */
      public Queued build() {
        return new CallEventValues.Queued(call);
      }
    }
  }

  /** A request was sent. */
  sealed interface Sent extends CallEvent permits CallEventValues.Sent {

    /** {@return the number of the request, from 1} */
    int attempt();

    /** {@return the id that was sent with it} */
    String requestId();

    /** {@return how long it took to get a connection} */
    Duration waited();

    /** {@return where it goes, as in {@code https://api.gatewayz.com}} */
    String gateway();

    /**
     * {@return how many requests the gateway takes at once at this moment, as {@link
     * dev.gatewayz.Concurrency} has learned it; 0 for any number}
     */
    int concurrencyLimit();

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @return a builder of an event that says no more
     */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects an event. Each method returns this builder. */
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

      /**
       * Sets {@link Sent#attempt()}. Default: 0.
       *
       * @param attempt the number of the request, from 1
       * @return this builder
       */
      public Builder attempt(int attempt) {
        this.attempt = attempt;
        return this;
      }

      /**
       * Sets {@link Sent#requestId()}. Default: empty.
       *
       * @param requestId the id that was sent with it
       * @return this builder
       */
      public Builder requestId(String requestId) {
        this.requestId = Objects.requireNonNull(requestId, "requestId");
        return this;
      }

      /**
       * Sets {@link Sent#waited()}. Default: 0.
       *
       * @param waited how long it took to get a connection
       * @return this builder
       */
      public Builder waited(Duration waited) {
        this.waited = Objects.requireNonNull(waited, "waited");
        return this;
      }

      /**
       * Sets {@link Sent#gateway()}. Default: empty.
       *
       * @param gateway where it goes, as in {@code https://api.gatewayz.com}
       * @return this builder
       */
      public Builder gateway(String gateway) {
        this.gateway = Objects.requireNonNull(gateway, "gateway");
        return this;
      }

      /**
       * Sets {@link Sent#concurrencyLimit()}. Default: 0.
       *
       * @param concurrencyLimit how many requests the gateway takes at once at this moment, as
       *     {@link dev.gatewayz.Concurrency} has learned it
       * @return this builder
       */
      public Builder concurrencyLimit(int concurrencyLimit) {
        this.concurrencyLimit = concurrencyLimit;
        return this;
      }

      /** {@return what was collected} */
      public Sent build() {
        return new CallEventValues.Sent(
            call, attempt, requestId, waited, gateway, concurrencyLimit);
      }
    }
  }

  /** The first piece of a streamed answer has arrived. */
  sealed interface FirstToken extends CallEvent permits CallEventValues.FirstToken {

    /** {@return how long it was since the call began} */
    Duration sinceStart();

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @return a builder of an event that says no more
     */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects an event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private Duration sinceStart = Duration.ZERO;

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /**
       * Sets {@link FirstToken#sinceStart()}. Default: 0.
       *
       * @param sinceStart how long it was since the call began
       * @return this builder
       */
      public Builder sinceStart(Duration sinceStart) {
        this.sinceStart = Objects.requireNonNull(sinceStart, "sinceStart");
        return this;
      }

      /** {@return what was collected} */
      public FirstToken build() {
        return new CallEventValues.FirstToken(call, sinceStart);
      }
    }
  }

  /** A request has failed and will be repeated. */
  sealed interface Retried extends CallEvent permits CallEventValues.Retried {

    /** {@return what went wrong} */
    GatewayzException failure();

    /** {@return how long the call waits before it sends the next} */
    Duration delay();

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @param failure what went wrong
     * @return a builder of an event that says no more
     */
    static Builder builder(CallSubject call, GatewayzException failure) {
      return new Builder(call, failure);
    }

    /** Collects an event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private final GatewayzException failure;
      private Duration delay = Duration.ZERO;

      private Builder(CallSubject call, GatewayzException failure) {
        this.call = Objects.requireNonNull(call, "call");
        this.failure = Objects.requireNonNull(failure, "failure");
      }

      /**
       * Sets {@link Retried#delay()}. Default: 0.
       *
       * @param delay how long the call waits before it sends the next
       * @return this builder
       */
      public Builder delay(Duration delay) {
        this.delay = Objects.requireNonNull(delay, "delay");
        return this;
      }

      /** {@return what was collected} */
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

    /** {@return what the gateway said} */
    GatewayzException failure();

    /** {@return how long the gateway wants no more requests; 0 if it does not say} */
    Duration delay();

    /** {@return where it went, as in {@code https://api.gatewayz.com}} */
    String gateway();

    /** {@return how many requests the gateway takes at once, as is known now} */
    int concurrencyLimit();

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @param failure what the gateway said
     * @return a builder of an event that says no more
     */
    static Builder builder(CallSubject call, GatewayzException failure) {
      return new Builder(call, failure);
    }

    /** Collects an event. Each method returns this builder. */
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

      /**
       * Sets {@link Requeued#delay()}. Default: 0.
       *
       * @param delay how long the gateway wants no more requests
       * @return this builder
       */
      public Builder delay(Duration delay) {
        this.delay = Objects.requireNonNull(delay, "delay");
        return this;
      }

      /**
       * Sets {@link Requeued#gateway()}. Default: empty.
       *
       * @param gateway where it went, as in {@code https://api.gatewayz.com}
       * @return this builder
       */
      public Builder gateway(String gateway) {
        this.gateway = Objects.requireNonNull(gateway, "gateway");
        return this;
      }

      /**
       * Sets {@link Requeued#concurrencyLimit()}. Default: 0.
       *
       * @param concurrencyLimit how many requests the gateway takes at once, as is known now
       * @return this builder
       */
      public Builder concurrencyLimit(int concurrencyLimit) {
        this.concurrencyLimit = concurrencyLimit;
        return this;
      }

      /** {@return what was collected} */
      public Requeued build() {
        return new CallEventValues.Requeued(call, failure, delay, gateway, concurrencyLimit);
      }
    }
  }

  /** The model or the gateway has failed and another one is asked, which {@link #call} names. */
  sealed interface FellBack extends CallEvent permits CallEventValues.FellBack {

    /** {@return what went wrong} */
    GatewayzException failure();

    /** {@return the model that was asked before} */
    String failedModel();

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @param failure what went wrong
     * @return a builder of an event that says no more
     */
    static Builder builder(CallSubject call, GatewayzException failure) {
      return new Builder(call, failure);
    }

    /** Collects an event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;
      private final GatewayzException failure;
      private String failedModel = "";

      private Builder(CallSubject call, GatewayzException failure) {
        this.call = Objects.requireNonNull(call, "call");
        this.failure = Objects.requireNonNull(failure, "failure");
      }

      /**
       * Sets {@link FellBack#failedModel()}. Default: empty.
       *
       * @param failedModel the model that was asked before
       * @return this builder
       */
      public Builder failedModel(String failedModel) {
        this.failedModel = Objects.requireNonNull(failedModel, "failedModel");
        return this;
      }

      /** {@return what was collected} */
      public FellBack build() {
        return new CallEventValues.FellBack(call, failure, failedModel);
      }
    }
  }

  /** The answer is late, and a second request was sent to race the first. */
  sealed interface Hedged extends CallEvent permits CallEventValues.Hedged {

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @return a builder of an event that says no more
     */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects an event. Each method returns this builder. */
    final class Builder {
      private final CallSubject call;

      private Builder(CallSubject call) {
        this.call = Objects.requireNonNull(call, "call");
      }

      /** {@return what was collected} */
      public Hedged build() {
        return new CallEventValues.Hedged(call);
      }
    }
  }

  /** A tool that the model asked for was handed to the executor of tools. */
  sealed interface ToolStarted extends CallEvent permits CallEventValues.ToolStarted {

    /** {@return the name of the tool} */
    String tool();

    /** {@return the model's id of what it asked for; no two tools that run have the same} */
    String toolCallId();

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @return a builder of an event that says no more
     */
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

      /**
       * Sets {@link ToolStarted#tool()}. Default: empty.
       *
       * @param tool the name of the tool
       * @return this builder
       */
      public Builder tool(String tool) {
        this.tool = Objects.requireNonNull(tool, "tool");
        return this;
      }

      /**
       * Sets {@link ToolStarted#toolCallId()}. Default: empty.
       *
       * @param toolCallId the model's id of what it asked for
       * @return this builder
       */
      public Builder toolCallId(String toolCallId) {
        this.toolCallId = Objects.requireNonNull(toolCallId, "toolCallId");
        return this;
      }

      /** {@return what was collected} */
      public ToolStarted build() {
        return new CallEventValues.ToolStarted(call, tool, toolCallId);
      }
    }
  }

  /** A tool has ended, or nobody waits for it any more. Follows its {@link ToolStarted}. */
  sealed interface ToolFinished extends CallEvent permits CallEventValues.ToolFinished {

    /** {@return the name of the tool} */
    String tool();

    /** {@return the model's id of what it asked for} */
    String toolCallId();

    /** {@return how long it was since the tool was handed to the executor} */
    Duration duration();

    /**
     * {@return what went wrong, {@code null} if it has a result: the simple name of the class of
     * what it threw, whether the model is told or the call fails; {@code unknown_tool} or {@code
     * invalid_arguments} if the model got it wrong; {@code timeout}, or {@code cancelled} if the
     * call has ended}
     */
    @Nullable String error();

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @return a builder of an event that says no more
     */
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

      /**
       * Sets {@link ToolFinished#tool()}. Default: empty.
       *
       * @param tool the name of the tool
       * @return this builder
       */
      public Builder tool(String tool) {
        this.tool = Objects.requireNonNull(tool, "tool");
        return this;
      }

      /**
       * Sets {@link ToolFinished#toolCallId()}. Default: empty.
       *
       * @param toolCallId the model's id of what it asked for
       * @return this builder
       */
      public Builder toolCallId(String toolCallId) {
        this.toolCallId = Objects.requireNonNull(toolCallId, "toolCallId");
        return this;
      }

      /**
       * Sets {@link ToolFinished#duration()}. Default: 0.
       *
       * @param duration how long it was since the tool was handed to the executor
       * @return this builder
       */
      public Builder duration(Duration duration) {
        this.duration = Objects.requireNonNull(duration, "duration");
        return this;
      }

      /**
       * Sets {@link ToolFinished#error()}. Default: none.
       *
       * @param error what went wrong, {@code null} if it has a result: the simple name of the class
       *     of what it threw, whether the model is told or the call fails
       * @return this builder
       */
      public Builder error(@Nullable String error) {
        this.error = error;
        return this;
      }

      /** {@return what was collected} */
      public ToolFinished build() {
        return new CallEventValues.ToolFinished(call, tool, toolCallId, duration, error);
      }
    }
  }

  /** The call has ended; {@link #call} names the model that answered. */
  sealed interface Finished extends CallEvent permits CallEventValues.Finished {

    /** {@return how it ended} */
    Outcome outcome();

    /**
     * {@return how many requests it took; 0 if none was sent, because an interceptor answered or
     * refused}
     */
    int attempts();

    /** {@return the id under which the gateway knows the call; empty if no request was sent} */
    String requestId();

    /** {@return how long it was since the call began} */
    Duration duration();

    /**
     * {@return how long it was from the beginning to the first piece of a streamed answer, {@code
     * null} if there was none}
     */
    @Nullable Duration toFirstToken();

    /** {@return how many pieces a streamed answer had; 0 for others} */
    int pieces();

    /** {@return where the tokens come from} */
    UsageSource source();

    /** {@return the tokens, {@code null} if they are neither reported nor estimated} */
    @Nullable Usage usage();

    /**
     * {@return what the call cost, in US dollars: as it was reported, else as the price table of
     * the client says; {@code null} if nobody knows}
     */
    @Nullable BigDecimal cost();

    /** {@return what Gatewayz added, {@code null} if nothing} */
    @Nullable GatewayUsage gatewayUsage();

    /** {@return the server's id of the answer; empty if there is none} */
    String responseId();

    /** {@return the model that the answer names, in its words; empty if it names none} */
    String responseModel();

    /**
     * {@return why the model stopped, in the words of the server, for each choice that was read;
     * empty if there was no answer}
     */
    List<String> finishReasons();

    /**
     * {@return what went wrong, {@code null} unless the gateway or this client failed; what an
     * interceptor threw is not here}
     */
    @Nullable GatewayzException failure();

    /**
     * Starts with what cannot be missing; for tests, and for those who tell events themselves.
     *
     * @param call which call it is
     * @return a builder of an event that says no more
     */
    static Builder builder(CallSubject call) {
      return new Builder(call);
    }

    /** Collects an event. Each method returns this builder. */
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

      /**
       * Sets {@link Finished#outcome()}. Default: {@code SUCCESS}.
       *
       * @param outcome how it ended
       * @return this builder
       */
      public Builder outcome(Outcome outcome) {
        this.outcome = Objects.requireNonNull(outcome, "outcome");
        return this;
      }

      /**
       * Sets {@link Finished#attempts()}. Default: 0.
       *
       * @param attempts how many requests it took
       * @return this builder
       */
      public Builder attempts(int attempts) {
        this.attempts = attempts;
        return this;
      }

      /**
       * Sets {@link Finished#requestId()}. Default: empty.
       *
       * @param requestId the id under which the gateway knows the call
       * @return this builder
       */
      public Builder requestId(String requestId) {
        this.requestId = Objects.requireNonNull(requestId, "requestId");
        return this;
      }

      /**
       * Sets {@link Finished#duration()}. Default: 0.
       *
       * @param duration how long it was since the call began
       * @return this builder
       */
      public Builder duration(Duration duration) {
        this.duration = Objects.requireNonNull(duration, "duration");
        return this;
      }

      /**
       * Sets {@link Finished#toFirstToken()}. Default: none.
       *
       * @param toFirstToken how long it was from the beginning to the first piece of a streamed
       *     answer, {@code null} if there was none
       * @return this builder
       */
      public Builder toFirstToken(@Nullable Duration toFirstToken) {
        this.toFirstToken = toFirstToken;
        return this;
      }

      /**
       * Sets {@link Finished#pieces()}. Default: 0.
       *
       * @param pieces how many pieces a streamed answer had
       * @return this builder
       */
      public Builder pieces(int pieces) {
        this.pieces = pieces;
        return this;
      }

      /**
       * Sets {@link Finished#source()}. Default: {@code ABSENT}.
       *
       * @param source where the tokens come from
       * @return this builder
       */
      public Builder source(UsageSource source) {
        this.source = Objects.requireNonNull(source, "source");
        return this;
      }

      /**
       * Sets {@link Finished#usage()}. Default: none.
       *
       * @param usage the tokens, {@code null} if they are neither reported nor estimated
       * @return this builder
       */
      public Builder usage(@Nullable Usage usage) {
        this.usage = usage;
        return this;
      }

      /**
       * Sets {@link Finished#cost()}. Default: unknown.
       *
       * @param cost what the call cost, in US dollars: as it was reported, else as the price table
       *     of the client says; {@code null} if nobody knows
       * @return this builder
       */
      public Builder cost(@Nullable BigDecimal cost) {
        this.cost = cost;
        return this;
      }

      /**
       * Sets {@link Finished#gatewayUsage()}. Default: none.
       *
       * @param gatewayUsage what Gatewayz added, {@code null} if nothing
       * @return this builder
       */
      public Builder gatewayUsage(@Nullable GatewayUsage gatewayUsage) {
        this.gatewayUsage = gatewayUsage;
        return this;
      }

      /**
       * Sets {@link Finished#responseId()}. Default: empty.
       *
       * @param responseId the server's id of the answer
       * @return this builder
       */
      public Builder responseId(String responseId) {
        this.responseId = Objects.requireNonNull(responseId, "responseId");
        return this;
      }

      /**
       * Sets {@link Finished#responseModel()}. Default: empty.
       *
       * @param responseModel the model that the answer names, in its words
       * @return this builder
       */
      public Builder responseModel(String responseModel) {
        this.responseModel = Objects.requireNonNull(responseModel, "responseModel");
        return this;
      }

      /**
       * Sets {@link Finished#finishReasons()}. Default: none.
       *
       * @param finishReasons why the model stopped, in the words of the server, for each choice
       *     that was read
       * @return this builder
       */
      public Builder finishReasons(List<String> finishReasons) {
        this.finishReasons = List.copyOf(finishReasons);
        return this;
      }

      /**
       * Sets {@link Finished#failure()}. Default: none.
       *
       * @param failure what went wrong, {@code null} unless the gateway or this client failed
       * @return this builder
       */
      public Builder failure(@Nullable GatewayzException failure) {
        this.failure = failure;
        return this;
      }

      /** {@return what was collected} */
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
