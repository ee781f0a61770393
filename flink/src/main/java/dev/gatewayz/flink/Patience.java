package dev.gatewayz.flink;

import java.time.Duration;

/**
 * How often a row is asked again while others are to blame: after pauses that double up to a
 * minute. Immutable.
 *
 * @param firstPause at most as long
 * @param limit after which it is not asked again
 */
record Patience(Duration firstPause, Duration limit) {
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int MOST_DOUBLINGS = 10;

  /** Whether a row that was first asked so long ago is given up. */
  boolean isOver(Duration since) {
    return since.compareTo(limit) >= 0;
  }

  /**
   * The pause before a row is asked again; rows that failed together do not come back together.
   *
   * @param times how often it was asked
   * @param chance from 0 to 1
   */
  Duration pause(int times, double chance) {
    Duration longest = firstPause.multipliedBy(1L << Math.min(times - 1, MOST_DOUBLINGS));
    long millis =
        longest.compareTo(LONGEST_PAUSE) < 0 ? longest.toMillis() : LONGEST_PAUSE.toMillis();
    return Duration.ofMillis(millis / 2 + (long) (chance * (millis - millis / 2)));
  }
}
