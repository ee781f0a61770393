package dev.gatewayz.internal.call;

import dev.gatewayz.internal.time.Nanos;
import java.time.Duration;

/**
 * When a second attempt is sent to race a first one that is too slow. What they share (place,
 * budget, listeners) is the call's, whoever wins; the first byte of an answer decides.
 *
 * @param after for how long the first attempt may be silent after it was sent, in nanoseconds
 */
record Race(long after) {

  /** A race that begins when the first attempt has been silent for so long. */
  static Race after(Duration silence) {
    return new Race(Nanos.of(silence));
  }

  /** When the second attempt is due if the first gave its last sign of life at that time. */
  long due(long lastSign) {
    return lastSign + after;
  }

  /** Whether the second attempt is to be sent now. */
  boolean isDue(boolean firstIsSilent, long lastSign, long now) {
    return firstIsSilent && now - due(lastSign) >= 0;
  }
}
