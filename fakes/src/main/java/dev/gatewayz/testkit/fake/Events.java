package dev.gatewayz.testkit.fake;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.CallSubject;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
import java.time.Duration;

/**
 * What a listener is told of one call of the prompt {@value #PROMPT_ID} to {@value
 * Completions#MODEL}. The builders of {@link CallEvent} make events of other calls.
 */
public final class Events {
  /** The prompt that is called. */
  public static final String PROMPT_ID = "com.example.Fake.prompt";

  private static final CallSubject CALL =
      CallSubject.builder()
          .sequence(1)
          .promptId(PROMPT_ID)
          .promptHash("0")
          .model(Completions.MODEL)
          .build();

  private Events() {}

  /** The call has begun. */
  public static CallEvent.Queued queued() {
    return CallEvent.Queued.builder(CALL).build();
  }

  /** Its first request was sent, at once. */
  public static CallEvent.Sent sent() {
    return CallEvent.Sent.builder(CALL).attempt(1).requestId(Completions.REQUEST_ID).build();
  }

  /** The first piece of its answer has arrived. */
  public static CallEvent.FirstToken firstToken(Duration sinceStart) {
    return CallEvent.FirstToken.builder(CALL.toBuilder().streamed(true).build())
        .sinceStart(sinceStart)
        .build();
  }

  /** A request has failed and will be repeated. */
  public static CallEvent.Retried retried(GatewayzException failure, Duration delay) {
    return CallEvent.Retried.builder(CALL, failure).delay(delay).build();
  }

  /** A model has failed, and {@value Completions#MODEL} is asked in its place. */
  public static CallEvent.FellBack fellBack(GatewayzException failure, String failedModel) {
    return CallEvent.FellBack.builder(CALL, failure).failedModel(failedModel).build();
  }

  /** The answer is late, and a second request was sent. */
  public static CallEvent.Hedged hedged() {
    return CallEvent.Hedged.builder(CALL).build();
  }

  /** The call has ended well, with the usage of {@link Completions}. */
  public static CallEvent.Finished finished(Duration duration) {
    return end(duration).source(UsageSource.REPORTED).usage(Usage.of(10, 5)).build();
  }

  /** The call has failed. */
  public static CallEvent.Finished failed(GatewayzException failure, Duration duration) {
    return end(duration)
        .outcome(Outcome.FAILURE)
        .attempts(failure.attempts())
        .requestId(failure.requestId())
        .failure(failure)
        .build();
  }

  private static CallEvent.Finished.Builder end(Duration duration) {
    return CallEvent.Finished.builder(CALL)
        .attempts(1)
        .requestId(Completions.REQUEST_ID)
        .duration(duration);
  }
}
