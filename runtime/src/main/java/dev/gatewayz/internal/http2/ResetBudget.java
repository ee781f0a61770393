package dev.gatewayz.internal.http2;

import java.util.concurrent.TimeUnit;

/**
 * Counts the resets that a connection sends, because servers count them too: Netty's close a
 * connection with all its streams after 200 in 30 seconds, to defend themselves against rapid
 * resets. Not thread-safe.
 */
final class ResetBudget {
  /** More than this, and new exchanges had better go elsewhere. */
  static final int HIGH = 80;

  /** More than this, and a reset would endanger the other streams. */
  static final int SPENT = 150;

  /** How far back resets are counted. */
  static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final long[] NONE = {};

  /** When the last ones were sent; the oldest gives way to the next. */
  private long[] times = NONE;

  private long count;

  /** Counts one more reset, unless the budget is spent; returns whether it may be sent. */
  boolean spend(long now) {
    if (left(now) > 0) {
      return false;
    }
    if (times.length == 0) {
      times = new long[SPENT];
    }
    times[place(count)] = now;
    count++;
    return true;
  }

  /** How long the next reset has to wait; 0 or less if it may be sent. */
  long left(long now) {
    return count < SPENT ? 0 : times[place(count)] + WINDOW_NANOS - now;
  }

  /** Whether so many were sent lately that new exchanges had better go elsewhere. */
  boolean isHigh(long now) {
    return count > HIGH && now - times[place(count - 1 - HIGH)] < WINDOW_NANOS;
  }

  private static int place(long number) {
    return (int) (number % SPENT);
  }
}
