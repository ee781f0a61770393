package dev.gatewayz.internal.time;

import java.time.Duration;

/** Durations as messages tell them. */
public final class Durations {
  private Durations() {}

  /** In seconds if it has whole ones, else in milliseconds. */
  public static String text(Duration duration) {
    if (duration.toNanosPart() == 0) {
      return duration.toSeconds() + " s";
    }
    long millis = Nanos.of(duration) / 1_000_000;
    return millis == 0 ? duration.toNanos() + " ns" : millis + " ms";
  }
}
