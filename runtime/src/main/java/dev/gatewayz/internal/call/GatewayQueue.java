package dev.gatewayz.internal.call;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests to one gateway with one key: as many as its {@link AdaptiveLimit} allows are under
 * way, the others wait in lanes that take turns.
 *
 * <p>Thread-safe, as {@link Limits} is: what is counted is counted under one lock, and nobody is
 * called under it.
 */
final class GatewayQueue {
  private final AdaptiveLimit law;
  private final int maxWaiting;
  private final LongSupplier clock;
  private final FairQueue<Turn> waiting = new FairQueue<>();
  private int underWay;

  /** Whether somebody will look again when requests may be sent. */
  private boolean wakes;

  /** What became of a request. */
  enum Outcome {
    ANSWERED,
    REFUSED,
    NEITHER
  }

  /** A queue in which nobody waits. */
  GatewayQueue(AdaptiveLimit law, int maxWaiting, LongSupplier clock) {
    this.law = law;
    this.maxWaiting = maxWaiting;
    this.clock = clock;
  }

  /** See {@link Turn#take}. */
  boolean take(Turn turn, boolean again) {
    synchronized (this) {
      if ((again || waiting.isEmpty()) && begin(turn)) {
        return true;
      }
      turn.become(Turn.Phase.WAITING);
      if (again) {
        waiting.addFirst(turn.lane(), turn);
      } else {
        waiting.add(turn.lane(), turn);
      }
    }
    callWaiting();
    return false;
  }

  /** See {@link Turn#takeNow}. */
  synchronized boolean takeNow(Turn turn) {
    return waiting.isEmpty() && begin(turn);
  }

  /** Counts the request as under way, if it may be sent now. */
  private boolean begin(Turn turn) {
    long now = clock.getAsLong();
    if (underWay >= law.limit() || law.pause(now) > 0) {
      return false;
    }
    underWay++;
    law.sent(now);
    turn.become(Turn.Phase.TAKEN);
    turn.sentAt(now);
    return true;
  }

  /** A turn is over, if it is not yet; {@code rest} is how long the gateway wants no more. */
  void end(Turn turn, Outcome outcome, long rest) {
    synchronized (this) {
      switch (turn.phase()) {
        case WAITING -> waiting.remove(turn.lane(), turn);
        case TAKEN -> {
          tell(turn, outcome, rest);
          underWay--;
        }
        default -> {
          return;
        }
      }
      turn.become(Turn.Phase.OVER);
    }
    callWaiting();
  }

  private void tell(Turn turn, Outcome outcome, long rest) {
    long now = clock.getAsLong();
    switch (outcome) {
      case ANSWERED -> law.answered(turn.sentAt(), turn.begunAt(now), now, underWay);
      case REFUSED -> law.refused(turn.sentAt(), now, underWay, rest);
      case NEITHER -> {}
    }
  }

  /** The answer to the request of a turn begins. */
  synchronized void begun(Turn turn) {
    turn.begun(clock.getAsLong());
  }

  /** The gateway has said how many calls it still takes, and until when. */
  synchronized void remaining(long left, long reset) {
    law.remaining(clock.getAsLong(), left, reset);
  }

  /** How many requests may be under way now. */
  synchronized int limit() {
    return law.limit();
  }

  /** How many wait. */
  synchronized int waiting() {
    return waiting.size();
  }

  synchronized boolean isFull() {
    return waiting.size() >= maxWaiting;
  }

  /** Whether nothing is under way, and nobody waits. */
  synchronized boolean isIdle() {
    return underWay == 0 && waiting.isEmpty();
  }

  private void callWaiting() {
    for (Turn next = next(); next != null; next = next()) {
      Turn turn = next;
      if (!turn.loop().onLoopAfter(0, () -> call(turn))) {
        giveBack(turn);
      }
    }
    wakeAfterPause();
  }

  private synchronized @Nullable Turn next() {
    Turn first = waiting.peek();
    return first != null && begin(first) ? waiting.poll() : null;
  }

  private void call(Turn turn) {
    if (isTaken(turn)) {
      turn.owner().onTurn();
    }
  }

  private synchronized boolean isTaken(Turn turn) {
    return turn.phase() == Turn.Phase.TAKEN;
  }

  private synchronized void giveBack(Turn turn) {
    if (isTaken(turn)) {
      underWay--;
      turn.become(Turn.Phase.OVER);
    }
  }

  /** Where there is room, requests wait for time to pass alone, and need somebody to look again. */
  private void wakeAfterPause() {
    Turn first;
    long pause;
    synchronized (this) {
      first = waiting.peek();
      if (first == null || wakes || underWay >= law.limit()) {
        return;
      }
      wakes = true;
      pause = Math.max(1, law.pause(clock.getAsLong()));
    }
    if (!first.loop().onLoopAfter(pause, this::wake)) {
      // The client is closed, and so are the calls.
      slept();
    }
  }

  private void wake() {
    slept();
    callWaiting();
  }

  private synchronized void slept() {
    wakes = false;
  }
}
