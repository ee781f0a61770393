package dev.gatewayz.internal.call;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.transport.Guarded;

/**
 * The way onto the loop of a call, for what comes from elsewhere or later, and who answers for what
 * is thrown on it.
 */
interface CallLoop extends Guarded {

  /**
   * Runs a step on the loop of the call. Any thread.
   *
   * @return false if the loop has ended
   */
  boolean onLoop(Runnable step);

  /**
   * Runs a step on the loop of the call after so many nanoseconds. Any thread.
   *
   * @return false if the loop has ended
   */
  boolean onLoopAfter(long nanos, Runnable step);

  /** What the caller is told of what is thrown where it should not. */
  GatewayzException defect(Throwable thrown);
}
