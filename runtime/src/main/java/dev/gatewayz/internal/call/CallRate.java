package dev.gatewayz.internal.call;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How often calls may begin: so many within any such time, evenly refilled. Thread-safe without
 * locks: all it knows is when the next call would be due if they came evenly.
 */
public final class CallRate {
  /** Any number of calls. */
  public static final CallRate UNLIMITED = new CallRate(0, 0);

  private final long interval;
  private final long period;
  private final AtomicLong due = new AtomicLong(System.nanoTime());

  private CallRate(long interval, long period) {
    this.interval = interval;
    this.period = period;
  }

  /** So many calls within any such time. */
  public static CallRate of(int calls, Duration period) {
    long nanos = period.toNanos();
    return new CallRate(Math.max(1, nanos / calls), nanos);
  }

  /** Counts a call that begins now; returns whether it may. */
  boolean take() {
    if (period == 0) {
      return true;
    }
    long now = System.nanoTime();
    while (true) {
      long last = due.get();
      long next = (last - now > 0 ? last : now) + interval;
      if (next - now > period) {
        return false;
      }
      if (due.compareAndSet(last, next)) {
        return true;
      }
    }
  }

  /** For how long no call may begin, in nanoseconds; not above zero if one may now. */
  long pause(long now) {
    return period == 0 ? 0 : due.get() + interval - period - now;
  }
}
