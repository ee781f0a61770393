package dev.gatewayz.internal.time;

import java.time.Duration;

/** Durations and times in nanoseconds. */
public final class Nanos {
  /**
   * The longest duration that is told from others: some 73 years. Several of them can be added to a
   * time without an overflow.
   */
  public static final long LONGEST = Long.MAX_VALUE / 4;

  private static final Duration LONGEST_DURATION = Duration.ofNanos(LONGEST);

  private Nanos() {}

  /** A duration in nanoseconds; one that is too long to count is {@link #LONGEST}. */
  public static long of(Duration duration) {
    return duration.compareTo(LONGEST_DURATION) >= 0 ? LONGEST : duration.toNanos();
  }

  /** The earlier of two times of {@link System#nanoTime}. */
  public static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }
}
