package dev.gatewayz.internal.transport;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * How many connections to one origin the event loops of a client may have, all together. A loop
 * takes a permit for each connection that it opens, and gives it back when the connection takes no
 * more exchanges. Thread-safe, without locks.
 *
 * <p>Any loop may have them all while no other wants one. Where one waits in vain, whoever holds
 * fewest comes first, and the others are asked in turn to give one back: what they do not use, or
 * what they have more of.
 */
final class ConnectionPermits {

  /** A loop's side. Called on any thread. */
  interface Holder {

    /** There may be a permit for this loop, which no longer waits: try again. */
    void onPermit();

    /** Another loop waits for a permit: give one back, or pass the claim on. */
    void onClaim(int waiter);
  }

  private final int http1Limit;
  private final int http2Limit;
  private final AtomicReferenceArray<@Nullable Holder> holders;
  private final AtomicIntegerArray held;

  /** 1 for each loop that waits. */
  private final AtomicIntegerArray waiting;

  private final AtomicInteger waiters = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();

  /** How many loops know the origin; changed by one thread at a time. */
  private int members;

  /** Until a connection shows which limit counts, it is the lower one. */
  private volatile int limit;

  /**
   * All permits, taken by nobody.
   *
   * @param http1Limit how many there are if the origin speaks HTTP/1.1
   * @param http2Limit how many there are if it speaks HTTP/2
   */
  ConnectionPermits(int loops, int http1Limit, int http2Limit) {
    this.http1Limit = http1Limit;
    this.http2Limit = http2Limit;
    this.holders = new AtomicReferenceArray<>(loops);
    this.held = new AtomicIntegerArray(loops);
    this.waiting = new AtomicIntegerArray(loops);
    this.limit = Math.min(http1Limit, http2Limit);
  }

  /** One more loop knows the origin. */
  void joined() {
    members++;
  }

  /** A loop has forgotten the origin; returns whether it was the last. */
  boolean left() {
    members--;
    return members == 0;
  }

  /** Introduces a loop. */
  void join(int loop, Holder holder) {
    holders.set(loop, holder);
  }

  /** Notes what the origin speaks. */
  void learn(boolean multiplexes) {
    int known = multiplexes ? http2Limit : http1Limit;
    if (limit != known) {
      limit = known;
      wakeIfFree();
    }
  }

  /** How many permits there are. */
  int limit() {
    return limit;
  }

  /** Takes a permit if there is one for this loop now. */
  boolean take(int loop) {
    if (isLeftToOthers(loop)) {
      return false;
    }
    int now = taken.get();
    while (!(now < limit && taken.compareAndSet(now, now + 1))) {
      if (now >= limit) {
        return false;
      }
      now = taken.get();
    }
    held.incrementAndGet(loop);
    // Somebody may have left this one to me, and not the next.
    wakeIfFree();
    return true;
  }

  /** Takes a permit, or has the loop's holder called when there may be one. */
  boolean takeOrWait(int loop) {
    if (take(loop)) {
      stopWaiting(loop);
      return true;
    }
    if (waiting.compareAndSet(loop, 0, 1)) {
      waiters.incrementAndGet();
      // One may have been given back before anybody could know that this loop waits.
      if (take(loop)) {
        stopWaiting(loop);
        return true;
      }
      passClaim(loop, loop);
    }
    return false;
  }

  /** The loop no longer wants a permit. */
  void stopWaiting(int loop) {
    if (waiting.get(loop) == 1 && waiting.compareAndSet(loop, 1, 0)) {
      waiters.decrementAndGet();
      wakeIfFree();
    }
  }

  /** Gives a permit back. */
  void giveBack(int loop) {
    held.decrementAndGet(loop);
    taken.decrementAndGet();
    wakeIfFree();
  }

  /** How many permits are taken. */
  int taken() {
    return taken.get();
  }

  /** Whether a loop waits for a permit. */
  boolean isWaiting(int loop) {
    return waiting.get(loop) == 1;
  }

  /** Whether any loop waits for a permit. */
  boolean isAnyWaiting() {
    return waiters.get() > 0;
  }

  /** Whether a loop has so many that another one, which waits, should have one of them. */
  boolean owes(int loop, int waiter) {
    int mine = held.get(loop);
    int others = held.get(waiter);
    return others == 0 ? mine > 0 : mine > others + 1;
  }

  /** Puts the claim of a waiting loop to the next loop; one that has gone round is dropped. */
  void passClaim(int loop, int waiter) {
    int next = loop;
    do {
      next = (next + 1) % holders.length();
      Holder holder = holders.get(next);
      if (next != waiter && holder != null && held.get(next) > 0) {
        holder.onClaim(waiter);
        return;
      }
    } while (next != waiter);
  }

  /** Whether a loop waits that has fewer. */
  private boolean isLeftToOthers(int loop) {
    if (waiters.get() == 0) {
      return false;
    }
    int mine = held.get(loop);
    for (int i = 0; i < waiting.length(); i++) {
      if (i != loop && waiting.get(i) == 1 && held.get(i) < mine) {
        return true;
      }
    }
    return false;
  }

  /** Calls those who wait, if there is a permit; to be called where one was offered in vain. */
  void wakeIfFree() {
    if (waiters.get() == 0 || taken.get() >= limit) {
      return;
    }
    for (int i = 0; i < waiting.length(); i++) {
      if (waiting.get(i) == 1 && waiting.compareAndSet(i, 1, 0)) {
        waiters.decrementAndGet();
        Holder holder = holders.get(i);
        if (holder != null) {
          holder.onPermit();
        }
      }
    }
  }
}
