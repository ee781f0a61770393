package dev.gatewayz.error;

import java.time.Duration;

/** A deadline of this client passed. {@link #partial()} holds what had arrived. */
public final class DeadlineExceededException extends GatewayzException {
  private static final long serialVersionUID = 1;

  /** What took too long. */
  public enum Phase {
    /** Opening a connection, or waiting for room on one. */
    ACQUIRE,
    /** From sending the request to the first piece of the answer. */
    FIRST_TOKEN,
    /** From one piece of the answer to the next. */
    IDLE,
    /** The whole call, all attempts and waits included. */
    TOTAL
  }

  private final Phase phase;
  private final Duration limit;

  /** A deadline that passed. */
  public DeadlineExceededException(
      CallInfo call, Phase phase, Duration limit, String what, String advice, Partial partial) {
    super(call, what, advice, partial, null);
    this.phase = phase;
    this.limit = limit;
  }

  /** What took too long. */
  public Phase phase() {
    return phase;
  }

  /** How long it was allowed to take. */
  public Duration limit() {
    return limit;
  }

  @Override
  public boolean isTransient() {
    return true;
  }

  @Override
  public Fault fault() {
    return Fault.TRANSIENT;
  }
}
