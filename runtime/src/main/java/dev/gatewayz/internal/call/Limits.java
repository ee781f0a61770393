package dev.gatewayz.internal.call;

import dev.gatewayz.error.TooManyCallsException;
import dev.gatewayz.internal.http.ResponseHead;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls of a client may be under way at once, over all its loops, and whether the server
 * wants it to rest. Calls over the limit wait, first come first served, until their deadline, or
 * are refused at once. Thread-safe.
 */
final class Limits {
  /** No server is obeyed for longer. */
  private static final long LONGEST_REST_SECONDS = 60;

  private final int maxConcurrent;
  private final int maxWaiting;
  private final boolean restsOnDemand;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger waitingCount = new AtomicInteger();
  private final ConcurrentLinkedQueue<Call> waiting = new ConcurrentLinkedQueue<>();
  private volatile long restUntil = System.nanoTime();

  /**
   * Limits.
   *
   * @param maxConcurrent how many calls may be under way; {@link Integer#MAX_VALUE} for any number
   * @param maxWaiting how many more may wait; 0 to refuse them at once
   * @param restsOnDemand whether {@code RateLimit-Remaining: 0} makes calls wait for {@code
   *     RateLimit-Reset}
   */
  Limits(int maxConcurrent, int maxWaiting, boolean restsOnDemand) {
    this.maxConcurrent = maxConcurrent;
    this.maxWaiting = maxWaiting;
    this.restsOnDemand = restsOnDemand;
  }

  /** Lets the call be made, now or later, or refuses it. On the call's loop. */
  void admit(Call call) {
    if (maxConcurrent == Integer.MAX_VALUE && !restsOnDemand) {
      call.admitted();
      return;
    }
    if (waiting.isEmpty() && !isResting() && enter()) {
      call.admitted();
      return;
    }
    if (waitingCount.incrementAndGet() > maxWaiting) {
      waitingCount.decrementAndGet();
      call.refuse(
          new TooManyCallsException(
              call.info(),
              "There are " + underWay.get() + " calls under way and " + maxWaiting + " waiting.",
              "Make fewer calls at once, or raise the limits of the client."));
      return;
    }
    waiting.add(call);
    call.clock.arm();
    if (isResting()) {
      wakeLater(call);
    }
    // A call may have ended between the check and the wait.
    admitWaiting();
  }

  /** A call that was admitted has ended. Any thread. */
  void leave() {
    if (maxConcurrent != Integer.MAX_VALUE || restsOnDemand) {
      underWay.decrementAndGet();
      admitWaiting();
    }
  }

  /** A call no longer wants to be admitted. */
  void withdraw(Call call) {
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

  private boolean isResting() {
    return System.nanoTime() - restUntil < 0;
  }

  private void wakeLater(Call call) {
    long delay = Math.max(1, restUntil - System.nanoTime());
    Runnable wake = this::admitWaiting;
    call.context().loop().schedule(wake, delay, TimeUnit.NANOSECONDS);
  }

  private boolean enter() {
    int now = underWay.get();
    while (now < maxConcurrent) {
      if (underWay.compareAndSet(now, now + 1)) {
        return true;
      }
      now = underWay.get();
    }
    return false;
  }

  private void admitWaiting() {
    while (!isResting() && !waiting.isEmpty() && enter()) {
      Call next = waiting.poll();
      if (next == null) {
        underWay.decrementAndGet();
      } else {
        waitingCount.decrementAndGet();
        next.engine.execute(next.context(), next::admitted, underWay::decrementAndGet);
      }
    }
  }
}
