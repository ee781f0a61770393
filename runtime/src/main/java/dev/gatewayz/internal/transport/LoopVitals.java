package dev.gatewayz.internal.transport;

/**
 * What loops hold for calls at one moment.
 *
 * @param calls how many calls they have taken on that have not ended
 * @param buffered bytes that wait for their subscribers
 * @param deadlines how many deadlines are armed
 */
public record LoopVitals(int calls, long buffered, int deadlines) {

  /** Nothing. */
  static final LoopVitals NONE = new LoopVitals(0, 0, 0);

  LoopVitals plus(LoopVitals other) {
    return new LoopVitals(
        calls + other.calls, buffered + other.buffered, deadlines + other.deadlines);
  }
}
