package dev.gatewayz.internal.call;

import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.internal.time.Nanos;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The attempts of a call that are under way: one, or two that race because the first is too slow.
 * What they share (place, budget, listeners) is the call's, whoever wins; the first byte of an
 * answer decides. Runs on the loop of the call.
 *
 * @param <A> the attempts
 */
final class Race<A extends Race.Runner> {
  private static final long NEVER = -1;

  /** For how long the first may be silent after it was sent; {@link #NEVER} once it is decided. */
  private long secondAfter;

  /** The attempt that counts, or counted last. */
  private @Nullable A first;

  private @Nullable A second;

  /** An attempt, as long as it may lose. */
  interface Runner {

    /** Whether it was sent and nothing of the answer has come. */
    boolean isSilent();

    /** The last time that something was heard of the server. */
    long lastSign();

    /** When it is late unless something comes before. */
    long due();

    /** Ends it if it is late. */
    void checkDeadline(long now);

    /** Ends it: the whole call is late. */
    void late(Phase phase, Duration limit);

    /** Whether it has ended. */
    boolean isOver();

    /** Lets go of it. */
    void drop();
  }

  /** A race whose second attempt is sent when the first was silent for so long, if ever. */
  Race(@Nullable Duration silence) {
    this.secondAfter = silence == null ? NEVER : Nanos.of(silence);
  }

  /** The attempt that counts, or counted last; {@code null} before there was one. */
  @Nullable A first() {
    return first;
  }

  /** That attempt counts now. */
  void start(A attempt) {
    first = attempt;
  }

  /** Another attempt races the one that counts. */
  void join(A attempt) {
    second = attempt;
  }

  /** When something of what runs is due, a second attempt included; {@code end} if later. */
  long due(long end) {
    if (first == null) {
      return end;
    }
    long due = Nanos.earlier(end, first.due());
    if (second != null) {
      return Nanos.earlier(due, second.due());
    }
    return secondAfter != NEVER && first.isSilent()
        ? Nanos.earlier(due, first.lastSign() + secondAfter)
        : due;
  }

  /** Whether a second attempt is to be sent now; that is said once. */
  boolean wantsSecond(long now) {
    if (secondAfter == NEVER
        || first == null
        || !first.isSilent()
        || now - first.lastSign() - secondAfter < 0) {
      return false;
    }
    secondAfter = NEVER;
    return true;
  }

  /** Ends those that are late. */
  void checkDeadlines(long now) {
    A other = second;
    if (first != null) {
      first.checkDeadline(now);
    }
    if (other != null) {
      other.checkDeadline(now);
    }
  }

  /** The first of an answer has come by that attempt: it alone counts. */
  void commit(A winner) {
    A loser = winner == first ? second : first;
    secondAfter = NEVER;
    second = null;
    first = winner;
    if (loser != null) {
      loser.drop();
    }
  }

  /** An attempt has failed; returns whether another runs on, which counts from now on. */
  boolean runsOnWithout(A failed) {
    A other = failed == first ? second : first;
    secondAfter = NEVER;
    second = null;
    if (other == null) {
      return false;
    }
    first = other;
    return true;
  }

  /** The whole call is late: the attempt that counts says what was missing. */
  void late(Phase phase, Duration limit) {
    dropSecond();
    if (first != null) {
      first.late(phase, limit);
    }
  }

  private void dropSecond() {
    if (second != null) {
      second.drop();
      second = null;
    }
  }

  /** Drops all that is under way. */
  void drop() {
    dropSecond();
    if (first != null) {
      first.drop();
    }
  }

  /** Drops what has not ended, and nothing joins any more. */
  void end() {
    secondAfter = NEVER;
    dropSecond();
    if (first != null && !first.isOver()) {
      first.drop();
    }
  }
}
