package dev.gatewayz.internal.call;

import dev.gatewayz.Deadlines;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.internal.time.Nanos;
import java.time.Duration;

/**
 * How far an attempt is, when something was last heard of it, and so when it is late: a function of
 * times that it is told. Runs on the loop of its call.
 */
final class AttemptClock {
  private final boolean streamed;
  private final Deadlines deadlines;
  private State state = State.WAITING;
  private boolean hasArrived;
  private boolean hasSpoken;

  /** When the wait for a connection began; what it waited for earlier ones counts, too. */
  private long waitingSince;

  /** The last time that something was heard of the server. */
  private long lastSign;

  /** Without a connection, sent, answered by a head, about to end, or of no interest any more. */
  private enum State {
    WAITING,
    SENT,
    RESPONDING,
    ENDING,
    OVER
  }

  /** The clock of an attempt that has waited for a connection since then. */
  AttemptClock(boolean streamed, Deadlines deadlines, long waitingSince) {
    this.streamed = streamed;
    this.deadlines = deadlines;
    this.waitingSince = waitingSince;
  }

  // What becomes of the attempt.

  /** It was sent; returns for how long it had waited, in nanoseconds. */
  long sent(long now) {
    state = State.SENT;
    lastSign = now;
    return lastSign - waitingSince;
  }

  /** It waits for a connection, again if it had one. */
  void waits(long now) {
    if (state != State.WAITING) {
      state = State.WAITING;
      waitingSince += now - lastSign;
    }
  }

  /** The head of a response has come. Of a stream, only what the model says is a sign of life. */
  void responds(long now) {
    state = State.RESPONDING;
    if (!streamed) {
      lastSign = now;
    }
  }

  /** Something of the answer has come; returns whether for the first time. */
  boolean arrives() {
    boolean first = !hasArrived;
    hasArrived = true;
    return first;
  }

  /** The model has said something; returns whether for the first time. */
  boolean speaks(long now) {
    // What was excused in the meantime is not counted twice.
    lastSign = now - lastSign > 0 ? now : lastSign;
    boolean first = !hasSpoken;
    hasSpoken = true;
    return first;
  }

  /** It will end, as soon as it is known how. */
  void ending() {
    state = State.ENDING;
  }

  /** It has ended. */
  void ends() {
    state = State.OVER;
  }

  /** The caller wanted nothing until {@code now}; returns for how long nothing was heard. */
  long excuse(long now) {
    if (!isSent()) {
      return 0;
    }
    long silence = now - lastSign;
    lastSign = now;
    return silence;
  }

  // Where it is.

  boolean isWaiting() {
    return state == State.WAITING;
  }

  private boolean isSent() {
    return state == State.SENT || state == State.RESPONDING;
  }

  /** Whether it was sent and nothing of the answer has come. */
  boolean isSilent() {
    return !hasArrived && isSent();
  }

  /** Whether what comes of the response is looked at. */
  boolean isWanted() {
    return state.compareTo(State.ENDING) < 0;
  }

  boolean isOver() {
    return state == State.OVER;
  }

  long lastSign() {
    return lastSign;
  }

  /** When it is late unless something comes before; an answer in one piece has all the time. */
  long due() {
    Phase phase = phase();
    return phase == Phase.TOTAL
        ? lastSign + Nanos.LONGEST
        : (phase == Phase.ACQUIRE ? waitingSince : lastSign) + Nanos.of(limit());
  }

  /** What it waits for now. */
  Phase phase() {
    if (state == State.WAITING) {
      return Phase.ACQUIRE;
    }
    if (state == State.ENDING) {
      return Phase.TOTAL;
    }
    if (streamed) {
      return hasSpoken ? Phase.IDLE : Phase.FIRST_TOKEN;
    }
    return state == State.RESPONDING ? Phase.IDLE : Phase.TOTAL;
  }

  /** How long that may take. */
  Duration limit() {
    return switch (phase()) {
      case ACQUIRE -> deadlines.acquire();
      case FIRST_TOKEN -> deadlines.firstToken();
      case IDLE -> deadlines.idle();
      case TOTAL -> deadlines.total();
    };
  }
}
