package dev.gatewayz;

import dev.gatewayz.internal.time.Durations;
import java.time.Duration;
import java.util.Objects;

/**
 * How long the phases of a call may take. A deadline that passes ends the call with a {@link
 * dev.gatewayz.error.DeadlineExceededException} that names the phase and holds what had arrived.
 *
 * <p>No deadline runs while a subscriber has all it asked for: the server is not to blame then.
 * Deadlines are accurate to some 50 ms. Immutable.
 */
public final class Deadlines {
  /** No deadline: as long as it takes. Whatever is longer than 73 years counts as this. */
  public static final Duration UNLIMITED = Duration.ofSeconds(Long.MAX_VALUE);

  /** 10 s, 60 s, 60 s and 10 minutes. */
  public static final Deadlines DEFAULT =
      new Deadlines(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10));

  private final Duration acquire;
  private final Duration firstToken;
  private final Duration idle;
  private final Duration total;

  private Deadlines(Duration acquire, Duration firstToken, Duration idle, Duration total) {
    this.acquire = acquire;
    this.firstToken = firstToken;
    this.idle = idle;
    this.total = total;
  }

  /** {@return how long it may take until there is a connection with room, opening one included} */
  public Duration acquire() {
    return acquire;
  }

  /**
   * {@return how long it may take from sending a streamed request to the first piece of its answer}
   */
  public Duration firstToken() {
    return firstToken;
  }

  /**
   * {@return how long it may take from one piece of an answer to the next} Comments, which gateways
   * send to keep connections alive, do not count as pieces.
   */
  public Duration idle() {
    return idle;
  }

  /** {@return how long all attempts and the waits between them may take together} */
  public Duration total() {
    return total;
  }

  /**
   * {@return the same, with another time to get a connection}
   *
   * @param acquire above zero
   * @throws IllegalArgumentException if it is not above zero
   */
  public Deadlines withAcquire(Duration acquire) {
    return new Deadlines(positive("acquire", acquire), firstToken, idle, total);
  }

  /**
   * {@return the same, with another time to the first piece of a streamed answer}
   *
   * @param firstToken above zero
   * @throws IllegalArgumentException if it is not above zero
   */
  public Deadlines withFirstToken(Duration firstToken) {
    return new Deadlines(acquire, positive("firstToken", firstToken), idle, total);
  }

  /**
   * {@return the same, with another time between two pieces}
   *
   * @param idle above zero
   * @throws IllegalArgumentException if it is not above zero
   */
  public Deadlines withIdle(Duration idle) {
    return new Deadlines(acquire, firstToken, positive("idle", idle), total);
  }

  /**
   * {@return the same, with another time for the whole call}
   *
   * @param total above zero
   * @throws IllegalArgumentException if it is not above zero
   */
  public Deadlines withTotal(Duration total) {
    return new Deadlines(acquire, firstToken, idle, positive("total", total));
  }

  static Duration positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "The deadline " + name + " is " + Durations.text(value) + "; it must be above zero.");
    }
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Deadlines that
        && acquire.equals(that.acquire)
        && firstToken.equals(that.firstToken)
        && idle.equals(that.idle)
        && total.equals(that.total);
  }

  @Override
  public int hashCode() {
    return Objects.hash(acquire, firstToken, idle, total);
  }

  @Override
  public String toString() {
    return "Deadlines[acquire="
        + acquire
        + ", firstToken="
        + firstToken
        + ", idle="
        + idle
        + ", total="
        + total
        + "]";
  }
}
