package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.time.LoopClock;

/** The call behind a subscription, as its subscriber steers it. */
public interface Upstream extends Cancellable {

  /** Begins the call. Any thread, once. */
  void start();

  /** Whether the subscriber has cancelled. Any thread. */
  boolean isCancelled();

  /** Ends the call from this side without a word to the subscriber. */
  void stop();

  /**
   * Runs a step on the loop of the call, at once if the caller is there. Any thread.
   *
   * @return false if the loop has ended
   */
  boolean onLoop(Runnable step);

  /** The time where the pieces of the answer come in. */
  LoopClock time();

  /** Lets the peer send so many bytes more. */
  void credit(int bytes);

  /**
   * Notes that bytes have begun, or ceased, to wait for the subscriber.
   *
   * @return whether there is still room for more
   */
  boolean addBuffered(int bytes);

  /** The subscriber wants something again. */
  void wanted();
}
