package dev.gatewayz.observe;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something that has become of a call. A call begins with {@link Queued} and ends with {@link
 * Finished}; both come once.
 */
public sealed interface CallEvent {

  /** Which call it is. */
  CallSubject call();

  /**
   * The call has begun and waits for a connection; there may be one already.
   *
   * @param call which call it is
   */
  record Queued(CallSubject call) implements CallEvent {}

  /**
   * A request was sent.
   *
   * @param call which call it is
   * @param attempt the number of the request, from 1
   * @param requestId the id that was sent with it
   * @param waited how long it took to get a connection
   */
  record Sent(CallSubject call, int attempt, String requestId, Duration waited)
      implements CallEvent {}

  /**
   * The first piece of a streamed answer has arrived.
   *
   * @param call which call it is
   * @param sinceStart since the call began
   */
  record FirstToken(CallSubject call, Duration sinceStart) implements CallEvent {}

  /**
   * A request has failed and will be repeated.
   *
   * @param call which call it is
   * @param failure what went wrong
   * @param delay how long the call waits before it sends the next
   */
  record Retry(CallSubject call, GatewayzException failure, Duration delay) implements CallEvent {}

  /**
   * The model or the gateway has failed and another one is asked, which {@code call} names.
   *
   * @param call which call it is
   * @param failure what went wrong
   * @param failedModel the model that was asked before
   */
  record Fallback(CallSubject call, GatewayzException failure, String failedModel)
      implements CallEvent {}

  /**
   * The answer is late, and a second request was sent to race the first.
   *
   * @param call which call it is
   */
  record Hedge(CallSubject call) implements CallEvent {}

  /**
   * The call has ended.
   *
   * @param call which call it is; its model is the one that answered
   * @param outcome how it ended
   * @param attempts how many requests it took
   * @param requestId the id under which the gateway knows the call
   * @param duration since it began
   * @param toFirstToken from the beginning to the first piece of a streamed answer, {@code null} if
   *     there was none
   * @param pieces how many pieces a streamed answer had; 0 for others
   * @param source where the tokens come from
   * @param usage the tokens, {@code null} if they are neither reported nor estimated
   * @param gatewayUsage what Gatewayz added, {@code null} if nothing
   * @param failure what went wrong, {@code null} unless it did
   */
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
      @Nullable GatewayUsage gatewayUsage,
      @Nullable GatewayzException failure)
      implements CallEvent {}
}
