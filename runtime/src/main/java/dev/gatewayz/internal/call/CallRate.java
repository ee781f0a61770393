package dev.gatewayz.internal.call;

import dev.gatewayz.internal.time.Nanos;
import java.time.Duration;
import java.util.Arrays;

/**
 * How often calls may begin: so many within any such time, whenever that time begins. It remembers
 * when the calls of the last such time began. Guarded by the lock of its {@link Limits}.
 */
public final class CallRate {
  /** Any number of calls. */
  public static final CallRate UNLIMITED = new CallRate(0, 0);

  private static final int ROOM = 16;

  private final int calls;
  private final long period;

  /** When they began, in a ring. */
  private long[] begun = {};

  private int oldest;
  private int count;

  private CallRate(int calls, long period) {
    this.calls = calls;
    this.period = period;
  }

  /** So many calls within any such time. */
  public static CallRate of(int calls, Duration period) {
    return new CallRate(calls, Nanos.of(period));
  }

  /** Counts a call that begins now, which {@link #pause} has allowed. */
  void count(long now) {
    if (calls == 0) {
      return;
    }
    if (count == begun.length) {
      grow();
    }
    begun[(int) (((long) oldest + count) % begun.length)] = now;
    count++;
  }

  /** For how long no call may begin, in nanoseconds; not above zero if one may now. */
  long pause(long now) {
    while (count > 0 && now - begun[oldest] >= period) {
      oldest = (oldest + 1) % begun.length;
      count--;
    }
    return calls == 0 || count < calls ? 0 : begun[oldest] + period - now;
  }

  private void grow() {
    long room = Math.min(calls, Math.max(ROOM, begun.length * 2L));
    long[] larger = Arrays.copyOf(begun, (int) room);
    for (int i = 0; i < count; i++) {
      larger[i] = begun[(oldest + i) % begun.length];
    }
    begun = larger;
    oldest = 0;
  }
}
