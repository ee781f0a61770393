package dev.gatewayz.internal.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of one event loop, accurate to a tick of 50 ms. Arming and disarming cost a few
 * pointer writes and no object; one timer ticks for all, and only while something is armed. All
 * methods run on the loop.
 */
public final class DeadlineWheel {
  private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final int SLOTS = 256;

  /** Something with a deadline. It is in at most one slot at a time. */
  public abstract static class Timed implements Guarded {
    private @Nullable Timed previous;
    private @Nullable Timed next;
    private int slot = -1;
    private long due;

    /** The time it is armed for, or was last. */
    protected final long due() {
      return due;
    }

    /** Whether it is armed. */
    protected final boolean isArmed() {
      return slot >= 0;
    }

    /** The deadline has passed. May arm itself again. */
    protected abstract void onDeadline(long now);

    /**
     * The client closes.
     *
     * @param over whether deadlines are no longer watched
     */
    protected abstract void onClosing(boolean over);

    private void expire(long now) {
      try {
        onDeadline(now);
      } catch (Throwable t) {
        onThrown(t);
      }
    }

    private void close(boolean over) {
      try {
        onClosing(over);
      } catch (Throwable t) {
        onThrown(t);
      }
    }
  }

  private final EventLoop loop;
  private final @Nullable Timed[] slots = new Timed[SLOTS];
  private final long start = System.nanoTime();
  private int armed;
  private long ticks;
  private @Nullable ScheduledFuture<?> timer;
  private boolean closed;

  DeadlineWheel(EventLoop loop) {
    this.loop = loop;
  }

  /**
   * Calls {@code timed} at {@code due}, in {@link System#nanoTime()}, instead of any time before.
   */
  public void arm(Timed timed, long due) {
    disarm(timed);
    if (closed) {
      try {
        loop.execute(() -> timed.close(true));
      } catch (RejectedExecutionException e) {
        timed.close(true);
      }
      return;
    }
    if (armed == 0) {
      ticks = (System.nanoTime() - start) / TICK_NANOS;
    }
    timed.due = due;
    // Rounded up: never early. At least the next tick, or it would wait for a whole turn.
    long tick = Math.max((due - start + TICK_NANOS - 1) / TICK_NANOS, ticks + 1);
    int slot = (int) (tick % SLOTS);
    Timed head = slots[slot];
    timed.slot = slot;
    timed.previous = null;
    timed.next = head;
    if (head != null) {
      head.previous = timed;
    }
    slots[slot] = timed;
    armed++;
    if (timer == null) {
      timer = loop.scheduleAtFixedRate(this::tick, TICK_NANOS, TICK_NANOS, TimeUnit.NANOSECONDS);
    }
  }

  /** Forgets the deadline of {@code timed}, if it has one. */
  public void disarm(Timed timed) {
    if (timed.slot < 0) {
      return;
    }
    Timed previous = timed.previous;
    Timed next = timed.next;
    if (previous == null) {
      slots[timed.slot] = next;
    } else {
      previous.next = next;
    }
    if (next != null) {
      next.previous = previous;
    }
    timed.previous = null;
    timed.next = null;
    timed.slot = -1;
    armed--;
  }

  /** How many deadlines are armed. */
  int armed() {
    return armed;
  }

  /** Tells all that have a deadline that the client closes. */
  void drain() {
    for (Timed timed : all()) {
      timed.close(false);
    }
  }

  /** Forgets all deadlines, and says so. */
  void close() {
    closed = true;
    stop();
    for (Timed timed : all()) {
      disarm(timed);
      timed.close(true);
    }
  }

  private List<Timed> all() {
    List<Timed> all = new ArrayList<>(armed);
    for (Timed first : slots) {
      for (Timed timed = first; timed != null; timed = timed.next) {
        all.add(timed);
      }
    }
    return all;
  }

  private void tick() {
    long now = System.nanoTime();
    long target = (now - start) / TICK_NANOS;
    // After a long pause one turn of the wheel meets every slot.
    if (target - ticks > SLOTS) {
      ticks = target - SLOTS;
    }
    while (ticks < target) {
      ticks++;
      expire((int) (ticks % SLOTS), now);
    }
    if (armed == 0) {
      stop();
    }
  }

  private void expire(int slot, long now) {
    Timed timed = slots[slot];
    while (timed != null) {
      Timed next = timed.next;
      if (timed.due - now <= 0) {
        disarm(timed);
        timed.expire(now);
        // The callback may have changed this slot: begin again.
        next = slots[slot];
      }
      timed = next;
    }
  }

  private void stop() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }
}
