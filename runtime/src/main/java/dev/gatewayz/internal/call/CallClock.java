package dev.gatewayz.internal.call;

import dev.gatewayz.Deadlines;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.internal.answer.Failures;
import dev.gatewayz.internal.time.Nanos;
import dev.gatewayz.internal.transport.DeadlineWheel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * The times of a call, and its one timer, which is not touched when a piece of the answer arrives:
 * it looks back when it fires. Runs on the call's loop.
 */
final class CallClock extends DeadlineWheel.Timed {
  private static final long LINGER = TimeUnit.SECONDS.toNanos(1);

  private final Call call;
  private long startedAt;

  /** For how long the caller wanted nothing, which counts against no deadline. */
  private long excused;

  CallClock(Call call) {
    this.call = call;
  }

  /** The call begins. */
  void start(long now) {
    startedAt = now;
  }

  long startedAt() {
    return startedAt;
  }

  /** The caller wanted nothing until now. */
  void excuse() {
    Attempt current = call.attempts().current();
    if (current != null) {
      excused += current.excuse(System.nanoTime());
    }
  }

  /** How long the call has taken so far. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** How much time the call has left. */
  Duration left() {
    return Duration.ofNanos(end() - System.nanoTime());
  }

  /** Wakes the call after a pause. */
  void pause(Duration pause) {
    wheel().arm(this, System.nanoTime() + Nanos.of(pause));
  }

  /** The call ends; a response that is running out gets a moment to end by itself. */
  void stop() {
    Attempt last = call.attempts().current();
    if (last != null && last.connection() != null) {
      wheel().arm(this, System.nanoTime() + LINGER);
    } else {
      wheel().disarm(this);
    }
  }

  /** What came behind the end of an attempt is over; behind the end of the call, that is all. */
  void ranOut() {
    if (call.state() == CallState.ENDED) {
      wheel().disarm(this);
    }
  }

  /** Waits for whatever is due next. */
  void arm() {
    wheel().arm(this, next());
  }

  /**
   * The call waits for something else now, which may be due earlier. Pieces only put off what is
   * due, and cost nothing here: the timer sees them when it goes off.
   */
  void onPhase() {
    if (next() - due() < 0) {
      arm();
    }
  }

  private long next() {
    return switch (call.state()) {
      case QUEUED -> Nanos.earlier(end(), admissionDue());
      case ASKING, TOOLS -> call.attempts().due(end());
      default -> end();
    };
  }

  /** When the whole call has to be over. */
  private long end() {
    return startedAt + excused + Nanos.of(deadlines().total());
  }

  private long admissionDue() {
    return startedAt + Nanos.of(deadlines().acquire());
  }

  @Override
  protected void onDeadline(long now) {
    switch (call.state()) {
      case ENDED -> call.attempts().drop();
      case PAUSING -> call.attempts().resume();
      default -> check(now);
    }
  }

  private void check(long now) {
    if (call.caller().receiver().isPaused()) {
      call.wanted();
    }
    if (now - end() >= 0) {
      late(Phase.TOTAL, deadlines().total());
    } else if (call.state() != CallState.QUEUED) {
      checkAttempts(now);
    } else if (now - admissionDue() >= 0) {
      late(Phase.ACQUIRE, deadlines().acquire());
    }
    if (call.state() != CallState.ENDED && !isArmed()) {
      arm();
    }
  }

  private void checkAttempts(long now) {
    if (call.state() != CallState.WAITING) {
      call.attempts().check(now);
    }
  }

  private void late(Phase phase, Duration limit) {
    if (call.state() == CallState.ASKING) {
      call.attempts().late(phase, limit);
    } else {
      call.fail(Failures.late(call.info(), phase, limit, call.partial()));
    }
  }

  @Override
  protected void onClosing(boolean over) {
    call.close(over);
  }

  @Override
  public void onThrown(Throwable thrown) {
    call.onThrown(thrown);
  }

  private Deadlines deadlines() {
    return call.attempts().request().policy().deadlines();
  }

  private DeadlineWheel wheel() {
    return call.context().deadlines();
  }
}
