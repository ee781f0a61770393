package dev.gatewayz.internal.call;

import dev.gatewayz.internal.transport.LoopVitals;

/**
 * What a client holds for calls at one moment; nothing of it is left when no call is under way.
 *
 * @param loops what its loops hold
 * @param admitted how many calls hold a place under its limits
 * @param waiting how many wait for one
 */
public record Vitals(LoopVitals loops, int admitted, int waiting) {

  /** Whether there is nothing at all. */
  public boolean isZero() {
    return loops.calls() == 0
        && loops.buffered() == 0
        && loops.deadlines() == 0
        && admitted == 0
        && waiting == 0;
  }
}
