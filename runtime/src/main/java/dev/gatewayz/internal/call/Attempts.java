package dev.gatewayz.internal.call;

import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.error.GatewayzException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The requests that a call has sent, and what became of those that failed. Runs on its loop. */
final class Attempts {
  private int count;
  private int ofModel;
  private @Nullable List<FailedAttempt> failed;

  /** One more request is sent. */
  void add() {
    count++;
    ofModel++;
  }

  /** Those of a call that raced this one. */
  void addAll(Attempts rivals) {
    count += rivals.count;
  }

  /** The last request has failed, and the call goes on after a pause. */
  void note(GatewayzException failure, Duration pause) {
    if (failed == null) {
      failed = new ArrayList<>(2);
    }
    failed.add(
        new FailedAttempt(count, failure.model(), String.valueOf(failure.getMessage()), pause));
  }

  /** What follows is asked of another model, or is another question. */
  void startOver() {
    ofModel = 0;
  }

  /** How many requests were sent. */
  int count() {
    return count;
  }

  /** How many of them ask the present model the present question. */
  int ofModel() {
    return ofModel;
  }

  /** Those that failed before the last one. */
  List<FailedAttempt> failed() {
    return failed == null ? List.of() : failed;
  }
}
