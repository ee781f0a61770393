package dev.gatewayz.internal.call;

import dev.gatewayz.error.TooManyCallsException;
import dev.gatewayz.internal.http.ResponseHead;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * How many calls of a client may be under way at once, over all its loops, how often they may
 * begin, and whether the server wants it to rest. Calls over the limit wait, in lanes that take
 * turns, until their deadline, or are refused at once.
 *
 * <p>Thread-safe. What is counted is counted under one lock, so that whoever waits is seen by the
 * one who leaves, or by the clock; nothing else is called under it. Without any limit there is
 * none.
 */
public final class Limits {
  private final int maxConcurrent;
  private final int maxWaiting;
  private final CallRate rate;
  private final boolean restsOnDemand;
  private final FairQueue<Admission> waiting = new FairQueue<>();

  /** Calls whose tools have run, which go before all others. */
  private final ArrayDeque<Admission> returning = new ArrayDeque<>();

  private int underWay;

  /** Whether somebody will look again when calls may begin. */
  private boolean wakes;

  private long restUntil = System.nanoTime();

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
    if (isOpen()) {
      return true;
    }
    int others;
    synchronized (this) {
      if (waiting.isEmpty() && enter()) {
        return true;
      }
      others = underWay;
      if (waiting.size() < maxWaiting) {
        waiting.add(call.lane(), call);
        others = -1;
      }
    }
    if (others >= 0) {
      throw new TooManyCallsException(
          call.get(),
          "There are " + others + " calls under way and " + maxWaiting + " waiting.",
          "Make fewer calls at once, or raise the limits of the client.");
    }
    admitWaiting();
    return false;
  }

  /**
   * Lets a call go on that gave its place back while its tools ran, now or as soon as there is a
   * place; it is never refused. On the call's loop.
   *
   * @return whether now; else it is told when it may, unless it withdraws
   */
  boolean readmit(Admission call) {
    if (isOpen()) {
      return true;
    }
    synchronized (this) {
      if (underWay < maxConcurrent) {
        underWay++;
        return true;
      }
      returning.add(call);
      return false;
    }
  }

  /** A call that was admitted has ended, or runs its tools. Any thread. */
  void leave() {
    if (!isOpen()) {
      giveUpPlace();
      admitWaiting();
    }
  }

  /** A call no longer wants to be admitted. */
  synchronized void withdraw(Admission call) {
    waiting.remove(call.lane(), call);
    returning.remove(call);
  }

  /** Takes note of what the server says about its own limits. */
  void onHead(ResponseHead head) {
    if (!restsOnDemand) {
      return;
    }
    long reset = RateHeaders.reset(head);
    if (reset > 0 && RateHeaders.remaining(head) == 0) {
      rest(reset);
    }
  }

  private synchronized void rest(long nanos) {
    restUntil = System.nanoTime() + nanos;
  }

  /** How many calls hold a place. */
  synchronized int admitted() {
    return underWay;
  }

  /** How many calls wait for one. */
  synchronized int waiting() {
    return waiting.size() + returning.size();
  }

  /** Whether there is no limit at all, and nothing to count. */
  private boolean isOpen() {
    return maxConcurrent == Integer.MAX_VALUE && rate == CallRate.UNLIMITED && !restsOnDemand;
  }

  private void admitWaiting() {
    for (Admission next = next(); next != null; next = next()) {
      if (!next.onLoopAfter(0, next::admitted)) {
        giveUpPlace();
      }
    }
    wakeAfterRest();
  }

  /** Takes a place for the first one that waits; {@code null} if nobody does, or none may begin. */
  private synchronized @Nullable Admission next() {
    if (!returning.isEmpty()) {
      if (underWay >= maxConcurrent) {
        return null;
      }
      underWay++;
      return returning.poll();
    }
    return !waiting.isEmpty() && enter() ? waiting.poll() : null;
  }

  /** Takes a place, if there is one and a call may begin now. */
  private boolean enter() {
    long now = System.nanoTime();
    if (underWay >= maxConcurrent || rest(now, 0) > 0) {
      return false;
    }
    underWay++;
    rate.count(now);
    return true;
  }

  private synchronized void giveUpPlace() {
    underWay--;
  }

  /** For how long no call may begin, in nanoseconds, but no less than {@code least}. */
  private long rest(long now, long least) {
    return Math.max(least, Math.max(restUntil - now, rate.pause(now)));
  }

  /** Where there is a place, calls wait for time to pass alone, and need somebody to look again. */
  private void wakeAfterRest() {
    Admission first;
    long rest;
    synchronized (this) {
      first = waiting.peek();
      if (first == null || wakes || underWay >= maxConcurrent) {
        return;
      }
      wakes = true;
      // It may be over by now, but was not when the call was sent to wait.
      rest = rest(System.nanoTime(), 1);
    }
    if (!first.onLoopAfter(rest, this::wake)) {
      // The client is closed, and so are the calls.
      slept();
    }
  }

  private void wake() {
    slept();
    admitWaiting();
  }

  private synchronized void slept() {
    wakes = false;
  }
}
