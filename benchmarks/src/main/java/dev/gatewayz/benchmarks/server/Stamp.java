package dev.gatewayz.benchmarks.server;

import java.util.Arrays;

/**
 * The time at which something was sent, in {@link System#nanoTime()}, which on one machine is the
 * same clock for all processes.
 */
public final class Stamp {
  static final String BLANK = "00000000000000000000";

  private static final int DIGITS = BLANK.length();

  private Stamp() {}

  /** A copy with the time in place of the blank, or the same bytes if there is none. */
  static byte[] stamped(byte[] part) {
    int at = indexOfBlank(part);
    if (at < 0) {
      return part;
    }
    byte[] copy = Arrays.copyOf(part, part.length);
    long time = System.nanoTime();
    for (int i = at + DIGITS - 1; i >= at && time > 0; i--) {
      copy[i] = (byte) ('0' + time % 10);
      time /= 10;
    }
    return copy;
  }

  /** How long ago a stamped text was sent, in nanoseconds; -1 if the text is no stamp. */
  public static long age(String text) {
    long now = System.nanoTime();
    return text.length() == DIGITS ? now - Long.parseLong(text) : -1;
  }

  private static int indexOfBlank(byte[] part) {
    int run = 0;
    for (int i = 0; i < part.length; i++) {
      run = part[i] == '0' ? run + 1 : 0;
      if (run == DIGITS) {
        return i - DIGITS + 1;
      }
    }
    return -1;
  }
}
