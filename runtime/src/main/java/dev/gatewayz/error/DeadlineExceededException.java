package dev.gatewayz.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

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

  private final Deadline deadline;

  /**
   * A deadline of a call.
   *
   * @param phase what it is for
   * @param limit how long that may take
   */
  public record Deadline(Phase phase, Duration limit) implements Serializable {

    /**
     * Nothing of it may be missing.
     *
     * @param phase what the deadline is for
     * @param limit how long that may take, above zero
     */
    public Deadline {
      Objects.requireNonNull(phase, "phase");
      Objects.requireNonNull(limit, "limit");
    }
  }

  /**
   * A deadline that passed.
   *
   * @param call which call it is of
   * @param deadline which of its deadlines
   * @param what what was not done in time, a sentence
   * @param advice what to do about it, a sentence
   * @param partial what had arrived
   */
  public DeadlineExceededException(
      CallInfo call, Deadline deadline, String what, String advice, Partial partial) {
    super(call, what, advice, partial, null);
    this.deadline = deadline;
  }

  /** {@return what took too long} */
  public Phase phase() {
    return deadline.phase();
  }

  /** {@return how long it was allowed to take} */
  public Duration limit() {
    return deadline.limit();
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
