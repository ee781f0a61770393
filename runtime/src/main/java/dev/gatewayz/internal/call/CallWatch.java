package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.account.CallUsage;
import dev.gatewayz.internal.answer.CallContext;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallSubject;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.usage.Outcome;
import io.netty.util.AsciiString;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Tells the listeners of a client what becomes of one call. Runs on the call's loop. */
final class CallWatch {
  /** Nobody listens. */
  static final CallWatch NONE = new CallWatch();

  private final List<GatewayzListener> listeners;
  private final CallContext context;
  private final long startedAt;
  private CallSubject subject;
  private @Nullable Duration toFirstToken;

  private CallWatch() {
    listeners = List.of();
    context = CallContext.NONE;
    startedAt = 0;
    subject = CallSubject.builder().build();
  }

  private CallWatch(
      List<GatewayzListener> listeners, CallContext context, CallSubject subject, long startedAt) {
    this.listeners = listeners;
    this.context = context;
    this.subject = subject;
    this.startedAt = startedAt;
  }

  /** Tells that a call of that caller has begun. */
  static CallWatch of(
      List<GatewayzListener> listeners,
      Caller caller,
      long number,
      CallRequest request,
      long startedAt) {
    boolean streamed = caller.receiver().isStreamed();
    return of(listeners, caller.context(), number, request, streamed, startedAt);
  }

  private static CallWatch of(
      List<GatewayzListener> listeners,
      CallContext context,
      long number,
      CallRequest request,
      boolean streamed,
      long startedAt) {
    if (listeners.isEmpty() && context.isEmpty()) {
      return NONE;
    }
    CallSubject subject =
        CallSubject.builder()
            .sequence(number)
            .promptId(request.prompt().id())
            .promptHash(request.prompt().hash())
            .promptOverridden(request.prompt().isOverride())
            .model(request.modelName())
            .streamed(streamed)
            .tags(request.policy().tags())
            .attributes(request.policy().attributes())
            .build();
    CallWatch watch = new CallWatch(listeners, context, subject, startedAt);
    watch.tell(CallEvent.Queued.builder(subject).build());
    return watch;
  }

  /**
   * Tells of a call that has ended without a request, because interceptors answered or refused it.
   *
   * @param pieces how many pieces a streamed answer had
   */
  static void answered(
      List<GatewayzListener> listeners,
      CallContext context,
      long number,
      CallRequest request,
      boolean streamed,
      long startedAt,
      int pieces,
      @Nullable Throwable failure) {
    CallWatch watch = of(listeners, context, number, request, streamed, startedAt);
    if (!watch.isHeard()) {
      return;
    }
    Outcome outcome =
        failure == null
            ? Outcome.SUCCESS
            : failure instanceof CancellationException ? Outcome.CANCELLED : Outcome.FAILURE;
    watch.tell(
        CallEvent.Finished.builder(watch.subject)
            .outcome(outcome)
            .duration(Duration.ofNanos(System.nanoTime() - startedAt))
            .pieces(pieces)
            .failure(failure instanceof GatewayzException known ? known : null)
            .build());
  }

  /** Whether anybody listens. */
  boolean isHeard() {
    return !listeners.isEmpty();
  }

  void sent(int attempt, AsciiString requestId, long waitedNanos, Origin gateway, Turn turn) {
    tell(
        CallEvent.Sent.builder(subject)
            .attempt(attempt)
            .requestId(requestId.toString())
            .waited(Duration.ofNanos(waitedNanos))
            .gateway(gateway.toString())
            .concurrencyLimit(turn.limit())
            .build());
  }

  /** The model has said its first word. */
  void begun(long at) {
    if (isHeard() && subject.streamed()) {
      Duration sinceStart = Duration.ofNanos(at - startedAt);
      toFirstToken = sinceStart;
      tell(CallEvent.FirstToken.builder(subject).sinceStart(sinceStart).build());
    }
  }

  void retrying(GatewayzException failure, Duration pause) {
    tell(CallEvent.Retried.builder(subject, failure).delay(pause).build());
  }

  /** The request was turned away by a limit, and waits for another turn. */
  void requeued(GatewayzException failure, Duration pause, Origin gateway, int limit) {
    if (isHeard()) {
      tell(
          CallEvent.Requeued.builder(subject, failure)
              .delay(pause)
              .gateway(gateway.toString())
              .concurrencyLimit(limit)
              .build());
    }
  }

  void fallingBack(GatewayzException failure, String toModel) {
    if (this == NONE) {
      return;
    }
    String failedModel = subject.model();
    subject = subject.toBuilder().model(toModel).build();
    tell(CallEvent.FellBack.builder(subject, failure).failedModel(failedModel).build());
  }

  void hedging() {
    tell(CallEvent.Hedged.builder(subject).build());
  }

  /** A tool is about to be handed to its executor. */
  CallEvent.ToolStarted toolStarted(ToolCall wanted) {
    CallEvent.ToolStarted started =
        CallEvent.ToolStarted.builder(subject).tool(wanted.name()).toolCallId(wanted.id()).build();
    tell(started);
    return started;
  }

  /**
   * A tool has ended.
   *
   * @param error what went wrong, {@code null} if nothing did
   */
  void toolFinished(ToolCall wanted, Duration duration, @Nullable String error) {
    if (isHeard()) {
      tell(
          CallEvent.ToolFinished.builder(subject)
              .tool(wanted.name())
              .toolCallId(wanted.id())
              .duration(duration)
              .error(error)
              .build());
    }
  }

  /** The call has ended. */
  void finished(CallEnd end) {
    CallUsage used = end.used();
    tell(
        CallEvent.Finished.builder(subject)
            .outcome(used.outcome())
            .attempts(used.attempts())
            .requestId(end.requestId())
            .duration(Duration.ofNanos(System.nanoTime() - startedAt))
            .toFirstToken(toFirstToken)
            .pieces(end.pieces())
            .source(used.source())
            .usage(used.usage())
            .cost(used.cost())
            .gatewayUsage(end.gatewayUsage())
            .responseId(Objects.requireNonNullElse(end.answer().responseId(), ""))
            .responseModel(Objects.requireNonNullElse(end.answer().responseModel(), ""))
            .finishReasons(end.answer().finishReasons())
            .failure(end.failure())
            .build());
  }

  private void tell(CallEvent event) {
    if (context.isEmpty() || !isHeard()) {
      tellAll(event);
    } else {
      context.run(() -> tellAll(event));
    }
  }

  private void tellAll(CallEvent event) {
    for (int i = 0; i < listeners.size(); i++) {
      try {
        listeners.get(i).onEvent(event);
      } catch (Throwable t) {
        Log.warning("A listener threw; the call goes on.", t);
      }
    }
  }
}
