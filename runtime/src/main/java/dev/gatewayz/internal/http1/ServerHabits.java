package dev.gatewayz.internal.http1;

import java.util.concurrent.TimeUnit;

/**
 * Whether a server can be trusted to keep its connections open. Some close each of them right
 * behind the answer, though they have promised to keep it: the next request on it would be lost.
 * Some do so behind streamed answers only, so each kind of answer has its own habit. Belongs to one
 * loop.
 */
public final class ServerHabits {
  private final Habit streamed = new Habit();
  private final Habit whole = new Habit();

  /** What the server does behind an answer of that kind. */
  Habit behind(boolean isWhole) {
    return isWhole ? whole : streamed;
  }

  /** What a server does behind answers of one kind. */
  static final class Habit {
    /** An end so soon after an answer has to do with the answer. */
    private static final long EARLY = TimeUnit.SECONDS.toNanos(1);

    /** One early end may have many reasons, two in a row are a habit. */
    private static final int ENOUGH = 2;

    private static final long MEMORY = TimeUnit.MINUTES.toNanos(1);

    private int earlyEnds;
    private long lastEarlyEnd;

    /** A connection has carried another exchange behind such an answer. */
    void onReuse() {
      earlyEnds = 0;
    }

    /** The server has closed a connection so long after such an answer. */
    void onEnd(long nanosAfterAnswer, long now) {
      if (nanosAfterAnswer < EARLY) {
        earlyEnds++;
        lastEarlyEnd = now;
      }
    }

    /** Whether connections are better not used again behind such an answer, for the time being. */
    boolean closesEarly(long now) {
      return earlyEnds >= ENOUGH && now - lastEarlyEnd < MEMORY;
    }
  }
}
