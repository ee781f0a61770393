package dev.gatewayz.internal.answer;

import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * How much a subscriber has asked for and not yet got. Its first request begins the call; until
 * then it may cancel, and there is none. From any thread.
 */
abstract class Demand implements Flow.Subscription {
  private static final AtomicLongFieldUpdater<Demand> REQUESTED =
      AtomicLongFieldUpdater.newUpdater(Demand.class, "requested");

  private static final AtomicIntegerFieldUpdater<Demand> STARTED =
      AtomicIntegerFieldUpdater.newUpdater(Demand.class, "started");

  private static final AtomicIntegerFieldUpdater<Demand> DRAINS =
      AtomicIntegerFieldUpdater.newUpdater(Demand.class, "drains");

  /** What {@link #started} is if the subscriber has cancelled before anything began. */
  private static final int NEVER = -1;

  private volatile @Nullable Upstream upstream;
  private volatile long requested;
  private volatile int started;

  /** How often what waits was asked for, since that was last looked at. */
  @SuppressWarnings("UnusedVariable") // DRAINS reads it.
  private volatile int drains;

  private volatile boolean open;
  private volatile boolean bad;
  private @Nullable Runnable neverBegun;

  /**
   * There is demand where there was none; on the loop of the call, if that still runs. Called once
   * at a time, whichever thread: a loop may be at its last step when it takes no more.
   */
  abstract void onDemand();

  /** The subscriber has asked for nothing, or less; on the loop of the call, if that still runs. */
  abstract void onBadDemand();

  /** The subscriber has cancelled, and there will be no call. */
  abstract void onNeverBegun();

  /** What is to be done if the subscriber cancels before the call has begun. */
  public final void ifNeverBegun(Runnable neverBegun) {
    this.neverBegun = neverBegun;
  }

  @Override
  public final void request(long n) {
    if (n <= 0) {
      bad = true;
      if (!startOnce()) {
        step(this::onBadDemand);
      }
      return;
    }
    long before =
        REQUESTED.getAndAccumulate(
            this, n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    if (!startOnce() && before == 0) {
      step(this::drain);
    }
  }

  @Override
  public final void cancel() {
    upstream().cancel();
    if (STARTED.compareAndSet(this, 0, NEVER)) {
      onNeverBegun();
      if (neverBegun != null) {
        neverBegun.run();
      }
    }
  }

  /** Names the call that is asked for more. It does not begin before {@link #open}. */
  final void of(Upstream call) {
    upstream = call;
  }

  /** Lets the call begin, at once if something was requested already. */
  final void open() {
    open = true;
    startOnce();
  }

  /** Uses up one of what was asked for, if there is one. */
  final boolean take() {
    long demand = requested;
    if (demand == Long.MAX_VALUE) {
      return true;
    }
    if (demand == 0) {
      return false;
    }
    REQUESTED.decrementAndGet(this);
    return true;
  }

  final boolean isNone() {
    return requested == 0;
  }

  final boolean isBad() {
    return bad;
  }

  final Upstream upstream() {
    Upstream call = upstream;
    if (call == null) {
      throw new IllegalStateException("There is no call yet.");
    }
    return call;
  }

  /** Where the loop has ended nothing else runs, and the subscriber still gets its end. */
  final void step(Runnable step) {
    if (!upstream().onLoop(step)) {
      step.run();
    }
  }

  private void drain() {
    if (DRAINS.getAndIncrement(this) > 0) {
      return;
    }
    int seen;
    do {
      seen = drains;
      onDemand();
    } while (DRAINS.addAndGet(this, -seen) > 0);
  }

  /** Returns whether the call began just now, or has not begun yet. */
  private boolean startOnce() {
    if (started == 0
        && open
        && (requested > 0 || bad)
        && !upstream().isCancelled()
        && STARTED.compareAndSet(this, 0, 1)) {
      upstream().start();
      return true;
    }
    return started <= 0;
  }
}
