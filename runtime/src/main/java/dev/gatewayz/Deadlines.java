package dev.gatewayz;

import java.time.Duration;

/**
 * How long the phases of a call may take. A deadline that passes ends the call with a {@link
 * dev.gatewayz.error.DeadlineExceededException} that names the phase and holds what had arrived.
 *
 * <p>No deadline runs while a subscriber has all it asked for: the server is not to blame then.
 * Deadlines are accurate to some 50 ms.
 *
 * @param acquire until there is a connection with room, opening one included
 * @param firstToken from sending a streamed request to the first piece of its answer
 * @param idle from one piece of an answer to the next; comments, which gateways send to keep
 *     connections alive, do not count as pieces
 * @param total all attempts and the waits between them together
 */
public record Deadlines(Duration acquire, Duration firstToken, Duration idle, Duration total) {

  /** 10 s, 60 s, 60 s and 10 minutes. */
  public static final Deadlines DEFAULT =
      new Deadlines(
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofMinutes(10));

  /**
   * Checks that all are above zero.
   *
   * @throws IllegalArgumentException if one is not
   */
  public Deadlines {
    positive("acquire", acquire);
    positive("firstToken", firstToken);
    positive("idle", idle);
    positive("total", total);
  }

  /** The same, with another time to get a connection. */
  public Deadlines withAcquire(Duration acquire) {
    return new Deadlines(acquire, firstToken, idle, total);
  }

  /** The same, with another time to the first piece of a streamed answer. */
  public Deadlines withFirstToken(Duration firstToken) {
    return new Deadlines(acquire, firstToken, idle, total);
  }

  /** The same, with another time between two pieces. */
  public Deadlines withIdle(Duration idle) {
    return new Deadlines(acquire, firstToken, idle, total);
  }

  /** The same, with another time for the whole call. */
  public Deadlines withTotal(Duration total) {
    return new Deadlines(acquire, firstToken, idle, total);
  }

  private static void positive(String name, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(
          "The deadline " + name + " is " + value + "; it must be above zero.");
    }
  }
}
