package dev.gatewayz.internal.call;

import dev.gatewayz.Deadlines;
import dev.gatewayz.error.DeadlineExceededException.Phase;
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
  private long waitingSince;
  private long lastSign;

  /** For how long the caller wanted nothing, which counts against no deadline. */
  private long excused;

  CallClock(Call call) {
    this.call = call;
  }

  /** The call begins now, or began with another one that it races. */
  void start(long now) {
    startedAt = now;
  }

  long startedAt() {
    return startedAt;
  }

  /** The call begins to wait for a connection. */
  void waiting() {
    waitingSince = System.nanoTime();
    lastSign = waitingSince;
  }

  /** The request is on its way; returns how long it waited. */
  long sent() {
    lastSign = System.nanoTime();
    return lastSign - waitingSince;
  }

  /** A piece of the answer has arrived. */
  void sign() {
    lastSign = System.nanoTime();
  }

  /** The caller wants something again, or still does not. */
  void excuse(long now) {
    excused += now - lastSign;
    lastSign = now;
  }

  /** Since the call began until the last piece. */
  long sinceStart() {
    return lastSign - startedAt;
  }

  /** Whether there is time to wait for that long. */
  boolean allows(Duration delay) {
    return System.nanoTime() + delay.toNanos() - end() < 0;
  }

  /** Wakes the call after the delay. */
  void pause(Duration delay) {
    wheel().arm(this, System.nanoTime() + delay.toNanos());
  }

  /** Gives the peer a moment to end the response by itself. */
  void linger() {
    wheel().arm(this, System.nanoTime() + LINGER);
  }

  void stop() {
    wheel().disarm(this);
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
    long next = Math.min(dueInPhase(), end());
    return call.mayHedge() ? Math.min(next, startedAt + call.hedgeAfter()) : next;
  }

  private long dueInPhase() {
    Phase phase = phase();
    if (phase == Phase.TOTAL) {
      return end();
    }
    long since = phase == Phase.ACQUIRE ? waitingSince : lastSign;
    return since + limitOf(phase).toNanos();
  }

  /** When the whole call has to be over. */
  private long end() {
    return startedAt + excused + limits().total().toNanos();
  }

  /** What the call waits for. An answer in one piece may take as long as the whole call. */
  private Phase phase() {
    CallState state = call.state();
    if (state == CallState.NEW || state == CallState.WAITING) {
      return Phase.ACQUIRE;
    }
    if (state == CallState.TOOLS) {
      return Phase.TOTAL;
    }
    if (call.isStreamed()) {
      return call.hasBegun() ? Phase.IDLE : Phase.FIRST_TOKEN;
    }
    return state == CallState.RESPONDING ? Phase.IDLE : Phase.TOTAL;
  }

  @Override
  protected void onDeadline(long now) {
    switch (call.state()) {
      case ENDED -> call.abort();
      case PAUSING -> call.resume();
      default -> {
        if (call.isPaused()) {
          excuse(now);
        }
        if (call.mayHedge() && now - startedAt >= call.hedgeAfter()) {
          call.hedge();
        }
        if (now - end() >= 0) {
          call.onLate(Phase.TOTAL, limits().total());
        } else if (now - dueInPhase() >= 0) {
          Phase phase = phase();
          call.onLate(phase, limitOf(phase));
        } else {
          arm();
        }
      }
    }
  }

  @Override
  protected void onClosing(boolean over) {
    call.onClosing(over);
  }

  private Duration limitOf(Phase phase) {
    return switch (phase) {
      case ACQUIRE -> limits().acquire();
      case FIRST_TOKEN -> limits().firstToken();
      case IDLE -> limits().idle();
      case TOTAL -> limits().total();
    };
  }

  private Deadlines limits() {
    return call.request().policy().deadlines();
  }

  private DeadlineWheel wheel() {
    return call.context().deadlines();
  }
}
