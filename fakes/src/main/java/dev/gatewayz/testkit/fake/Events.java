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

  /** {@return the event of a call that has begun} */
  public static CallEvent.Queued queued() {
    return CallEvent.Queued.builder(CALL).build();
  }

  /** {@return the event of a call whose first request was sent, at once} */
  public static CallEvent.Sent sent() {
    return CallEvent.Sent.builder(CALL).attempt(1).requestId(Completions.REQUEST_ID).build();
  }

  /**
   * {@return the event of a call of whose answer the first piece has arrived}
   *
   * @param sinceStart since the call began
   */
  public static CallEvent.FirstToken firstToken(Duration sinceStart) {
    return CallEvent.FirstToken.builder(CALL.toBuilder().streamed(true).build())
        .sinceStart(sinceStart)
        .build();
  }

  /**
   * {@return the event of a call of which a request has failed and will be repeated}
   *
   * @param failure why it failed
   * @param delay until it is repeated
   */
  public static CallEvent.Retried retried(GatewayzException failure, Duration delay) {
    return CallEvent.Retried.builder(CALL, failure).delay(delay).build();
  }

  /**
   * {@return the event of a call whose model has failed, and which asks {@value Completions#MODEL}
   * in its place}
   *
   * @param failure why it failed
   * @param failedModel with its {@code gatewayz/} prefix
   */
  public static CallEvent.FellBack fellBack(GatewayzException failure, String failedModel) {
    return CallEvent.FellBack.builder(CALL, failure).failedModel(failedModel).build();
  }

  /** {@return the event of a call whose answer is late, and of which a second request was sent} */
  public static CallEvent.Hedged hedged() {
    return CallEvent.Hedged.builder(CALL).build();
  }

  /**
   * {@return the event of a call that has ended well, with the usage of {@link Completions}}
   *
   * @param duration since it began
   */
  public static CallEvent.Finished finished(Duration duration) {
    return end(duration).source(UsageSource.REPORTED).usage(Usage.of(10, 5)).build();
  }

  /**
   * {@return the event of a call that has failed}
   *
   * @param failure why it failed
   * @param duration since it began
   */
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
