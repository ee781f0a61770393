package dev.gatewayz.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The end of a wait. Immutable. */
final class Deadline {
  /** How long to wait where nobody says how long. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /**
   * Waits to be notified.
   *
   * @param monitor whose lock the caller holds
   * @return whether there was time left; not whether there was a notification
   */
  boolean await(Object monitor) {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return false;
    }
    try {
      TimeUnit.NANOSECONDS.timedWait(monitor, left);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
