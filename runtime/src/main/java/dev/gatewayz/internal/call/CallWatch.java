package dev.gatewayz.internal.call;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallSubject;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.usage.CallUsage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listeners of a client what becomes of one call. There is none if nobody listens. Runs
 * on the call's loop.
 */
final class CallWatch {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

  private final List<GatewayzListener> listeners;
  private CallSubject subject;
  private @Nullable Duration toFirstToken;

  CallWatch(List<GatewayzListener> listeners, long sequence, Call call) {
    this.listeners = listeners;
    CallRequest request = call.request();
    subject =
        new CallSubject(
            sequence,
            request.promptId(),
            request.promptHash(),
            request.modelName(),
            call.isStreamed(),
            request.policy().tags(),
            request.policy().attributes());
    tell(new CallEvent.Queued(subject));
  }

  void sent(Call call, long waitedNanos) {
    tell(
        new CallEvent.Sent(
            subject, call.attempts(), call.requestId().toString(), Duration.ofNanos(waitedNanos)));
  }

  void firstToken(long nanos) {
    Duration sinceStart = Duration.ofNanos(nanos);
    toFirstToken = sinceStart;
    tell(new CallEvent.FirstToken(subject, sinceStart));
  }

  void retrying(GatewayzException failure, Duration delay) {
    tell(new CallEvent.Retry(subject, failure, delay));
  }

  void fallingBack(Call call, GatewayzException failure) {
    String failedModel = subject.model();
    subject =
        new CallSubject(
            subject.sequence(),
            subject.promptId(),
            subject.promptHash(),
            call.request().modelName(),
            subject.streamed(),
            subject.tags(),
            subject.attributes());
    tell(new CallEvent.Fallback(subject, failure, failedModel));
  }

  void hedging() {
    tell(new CallEvent.Hedge(subject));
  }

  void finished(Call call, CallUsage used, @Nullable GatewayzException failure) {
    tell(
        new CallEvent.Finished(
            subject,
            used.outcome(),
            call.attempts(),
            call.info().requestId(),
            Duration.ofNanos(System.nanoTime() - call.clock.startedAt()),
            toFirstToken,
            call.pieces(),
            used.source(),
            used.usage(),
            call.gatewayUsage(),
            failure));
  }

  private void tell(CallEvent event) {
    for (int i = 0; i < listeners.size(); i++) {
      try {
        listeners.get(i).onEvent(event);
      } catch (Throwable t) {
        LOG.log(System.Logger.Level.WARNING, "A listener threw; the call goes on.", t);
      }
    }
  }
}
