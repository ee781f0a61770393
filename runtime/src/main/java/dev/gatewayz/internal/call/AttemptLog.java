package dev.gatewayz.internal.call;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.request.CallRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many requests a call has sent, and what became of those that failed. Runs on its loop. */
final class AttemptLog {
  private int count;
  private int ofQuestion;
  private @Nullable List<FailedAttempt> failed;

  /** One more request is sent; returns its number, from 1. */
  int add() {
    ofQuestion++;
    return ++count;
  }

  /** One more request is sent to race the last one; returns its number. */
  int addSecond() {
    return ++count;
  }

  /** Which call this is, whose last request was that, as errors name it. */
  CallInfo info(CallRequest request, String requestId) {
    return CallInfo.builder()
        .promptId(request.prompt().id())
        .model(request.modelName())
        .attempts(count)
        .requestId(requestId)
        .earlier(failed())
        .build();
  }

  /** A request that has failed, with all that a retry policy may want to know. */
  FailedAttempt describe(
      int number, GatewayzException failure, Duration elapsed, Duration left, boolean hasFallback) {
    return FailedAttempt.builder()
        .number(number)
        .ofModel(ofQuestion)
        .model(failure.model())
        .promptId(failure.promptId())
        .failure(failure)
        .elapsed(elapsed)
        .left(left)
        .hasFallback(hasFallback)
        .build();
  }

  /** A request has failed, and the call goes on after a pause. */
  void addFailure(FailedAttempt attempt, Duration pause) {
    if (failed == null) {
      failed = new ArrayList<>(2);
    }
    failed.add(attempt.toBuilder().waited(pause).build());
  }

  /**
   * The last request was none at the question: it was turned away unread, or what follows is the
   * same in another form.
   */
  void takeBack() {
    ofQuestion--;
  }

  /** What follows is asked of another model, or is another question. */
  void startQuestion() {
    ofQuestion = 0;
  }

  /** How many requests were sent. */
  int count() {
    return count;
  }

  /** How many of them ask the present model the present question; two that race are one. */
  int ofQuestion() {
    return ofQuestion;
  }

  /** Those that failed before the last one. */
  List<FailedAttempt> failed() {
    return failed == null ? List.of() : failed;
  }
}
