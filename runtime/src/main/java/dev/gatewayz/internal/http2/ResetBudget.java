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

  private long windowStart;
  private int before;
  private int now;

  ResetBudget(long start) {
    windowStart = start;
  }

  /** Counts one more reset, unless the budget is spent; returns whether it may be sent. */
  boolean spend(long time) {
    turn(time);
    if (before + now >= SPENT) {
      return false;
    }
    now++;
    return true;
  }

  /** Whether so many were sent lately that new exchanges had better go elsewhere. */
  boolean isHigh() {
    return before + now > HIGH;
  }

  /** Counts whole windows, the last and the present one, which is never less than the truth. */
  private void turn(long time) {
    long windows = (time - windowStart) / WINDOW_NANOS;
    if (windows > 0) {
      before = windows == 1 ? now : 0;
      now = 0;
      windowStart += windows * WINDOW_NANOS;
    }
  }
}
