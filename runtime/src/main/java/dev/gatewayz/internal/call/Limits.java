package dev.gatewayz.internal.call;

import dev.gatewayz.error.TooManyCallsException;
import dev.gatewayz.internal.http.ResponseHead;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls of a client may be under way at once, over all its loops, how often they may
 * begin, and whether the server wants it to rest. Calls over the limit wait, first come first
 * served, until their deadline, or are refused at once. Thread-safe.
 */
public final class Limits {
  /** No server is obeyed for longer. */
  private static final long LONGEST_REST_SECONDS = 60;

  private final int maxConcurrent;
  private final int maxWaiting;
  private final CallRate rate;
  private final boolean restsOnDemand;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final ConcurrentLinkedQueue<Admission> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean wakes = new AtomicBoolean();
  private volatile long restUntil = System.nanoTime();

  /**
   * Limits.
   *
   * @param maxConcurrent how many calls may be under way; {@link Integer#MAX_VALUE} for any number
   * @param maxWaiting how many more may wait; 0 to refuse them at once
   * @param rate how often they may begin
   * @param restsOnDemand whether {@code RateLimit-Remaining: 0} makes calls wait for {@code
   *     RateLimit-Reset}
   */
  public Limits(int maxConcurrent, int maxWaiting, CallRate rate, boolean restsOnDemand) {
    this.maxConcurrent = maxConcurrent;
    this.maxWaiting = maxWaiting;
    this.rate = rate;
    this.restsOnDemand = restsOnDemand;
  }

  /**
   * Lets a call be made, now or later. On the call's loop.
   *
   * @return whether now; else it is told when it may, unless it withdraws
   * @throws TooManyCallsException if too many others wait
   */
  boolean admit(Admission call) {
    if (isOpen() || (waiting.isEmpty() && enter())) {
      return true;
    }
    if (waitingCount.incrementAndGet() > maxWaiting) {
      waitingCount.decrementAndGet();
      throw new TooManyCallsException(
          call.get(),
          "There are " + underWay.get() + " calls under way and " + maxWaiting + " waiting.",
          "Make fewer calls at once, or raise the limits of the client.");
    }
    waiting.add(call);
    // A call may have ended between the check and the wait.
    admitWaiting();
    return false;
  }

  /** A call that was admitted has ended. Any thread. */
  void leave() {
    if (!isOpen()) {
      underWay.decrementAndGet();
      admitWaiting();
    }
  }

  /** A call no longer wants to be admitted. */
  void withdraw(Admission call) {
    if (waiting.remove(call)) {
      waitingCount.decrementAndGet();
    }
  }

  /** Takes note of what the server says about its own limits. */
  void onHead(ResponseHead head) {
    if (!restsOnDemand) {
      return;
    }
    String remaining = head.header("ratelimit-remaining");
    String reset = head.header("ratelimit-reset");
    if (reset != null && "0".equals(remaining)) {
      long seconds = secondsOf(reset);
      if (seconds > 0) {
        restUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      }
    }
  }

  private static long secondsOf(String reset) {
    try {
      return Math.min(LONGEST_REST_SECONDS, Long.parseLong(reset.strip()));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  /** How many calls hold a place. */
  int admitted() {
    return underWay.get();
  }

  /** How many calls wait for one. */
  int waiting() {
    return waitingCount.get();
  }

  /** Whether there is no limit at all, and nothing to count. */
  private boolean isOpen() {
    return maxConcurrent == Integer.MAX_VALUE && rate == CallRate.UNLIMITED && !restsOnDemand;
  }

  /** For how long no call may be made, in nanoseconds; not above zero if one may now. */
  private long rest() {
    long now = System.nanoTime();
    return Math.max(restUntil - now, rate.pause(now));
  }

  private boolean enter() {
    if (rest() > 0) {
      return false;
    }
    int now = underWay.get();
    while (now < maxConcurrent) {
      if (underWay.compareAndSet(now, now + 1)) {
        if (rate.take()) {
          return true;
        }
        underWay.decrementAndGet();
        return false;
      }
      now = underWay.get();
    }
    return false;
  }

  private void admitWaiting() {
    while (!waiting.isEmpty() && enter()) {
      Admission next = waiting.poll();
      if (next == null) {
        underWay.decrementAndGet();
      } else {
        waitingCount.decrementAndGet();
        if (!next.onLoopAfter(0, next::admitted)) {
          underWay.decrementAndGet();
        }
      }
    }
    wakeAfterRest();
  }

  /** Calls that wait for time to pass need somebody to look again. */
  private void wakeAfterRest() {
    Admission first = waiting.peek();
    long rest = rest();
    if (first == null || rest <= 0 || !wakes.compareAndSet(false, true)) {
      return;
    }
    if (!first.onLoopAfter(rest, this::wake)) {
      // The client is closed, and so are the calls.
      wakes.set(false);
    }
  }

  private void wake() {
    wakes.set(false);
    admitWaiting();
  }
}
