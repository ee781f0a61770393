package dev.gatewayz.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Where replies wait until the test lets them go on, so that a test decides what happens first
 * without a look at the clock.
 *
 * <pre>{@code
 * Gate gate = Gate.closed();
 * gateway.reply(Reply.text("one two").after(2, Step.await(gate)));
 * // … call, and see "one" arrive …
 * gate.open();
 * }</pre>
 *
 * <p>Any number of replies may wait before one gate; they pass in the order they came. Thread-safe.
 */
public final class Gate {
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int permits;
  private boolean open;

  private Gate() {}

  /** {@return a gate that lets nothing pass yet} */
  public static Gate closed() {
    return new Gate();
  }

  /** Lets pass whoever waits and whoever will come. */
  public void open() {
    Deque<Runnable> all;
    synchronized (this) {
      open = true;
      all = new ArrayDeque<>(waiting);
      waiting.clear();
      notifyAll();
    }
    all.forEach(Runnable::run);
  }

  /** Lets nothing pass any more. */
  public synchronized void close() {
    open = false;
    permits = 0;
  }

  /**
   * Lets so many pass, the ones that wait first, the rest when they come.
   *
   * @param count at least 0
   */
  public void admit(int count) {
    for (int i = 0; i < count; i++) {
      Runnable first;
      synchronized (this) {
        first = waiting.poll();
        permits += first == null ? 1 : 0;
        notifyAll();
      }
      if (first != null) {
        first.run();
      }
    }
  }

  /** {@return how many wait now} */
  public synchronized int waiting() {
    return waiting.size();
  }

  /**
   * Waits until at least so many stand before the gate.
   *
   * @param count how many replies at least
   * @param atMost how long to wait for them
   * @throws AssertionError if they have not come in time
   */
  public synchronized void awaitWaiting(int count, Duration atMost) {
    Deadline deadline = Deadline.in(atMost);
    while (waiting.size() < count) {
      if (!deadline.await(this)) {
        throw new AssertionError(
            "Only " + waiting.size() + " of " + count + " stood before the gate in " + atMost);
      }
    }
  }

  /**
   * A reply comes to the gate.
   *
   * @param pass lets it go on
   * @return gives up the wait
   */
  Runnable await(Runnable pass) {
    synchronized (this) {
      if (!open && permits == 0) {
        waiting.add(pass);
        notifyAll();
        return () -> leave(pass);
      }
      permits -= open ? 0 : 1;
    }
    pass.run();
    return () -> {};
  }

  private synchronized void leave(Runnable pass) {
    waiting.remove(pass);
  }
}
