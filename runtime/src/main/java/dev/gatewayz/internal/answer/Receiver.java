package dev.gatewayz.internal.answer;

/** Whom a call is made for. */
public interface Receiver {

  /** Whether the answer is wanted in pieces. */
  boolean isStreamed();

  /**
   * Ends the call if the caller has made it impossible, and tells the caller so.
   *
   * @return whether that is so
   */
  boolean refuseBadDemand();

  /** Whether it wants nothing at present, so that silence is no fault of the server. */
  boolean isPaused();

  /** How many pieces of the answer were handed on. */
  int pieces();

  /** Whether one of them came of the present request, so that it cannot be repeated. */
  boolean hasDelivered();

  /** Another request follows; what was handed on so far stays. */
  void startRequest();

  /** The call has failed for good. Called once. */
  void fail(Throwable failure);

  /** The call was cancelled: lets go of everything. */
  void drop();
}
