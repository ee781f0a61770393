package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A limit on what calls may use in a window of time. A call that would begin when the limit is
 * reached is refused before anything is sent.
 *
 * <p>A call reserves what its request will probably use when it is its turn to be sent, and settles
 * with what it really used when it ends. So the limit can be exceeded, by what the calls that are
 * under way when it is reached use beyond their reservations, and by no more. Windows follow each
 * other without overlap from the moment the client is built; what was reserved in one is settled in
 * it.
 *
 * @param name how errors name it
 * @param unit what is counted
 * @param limit how much of it a window allows
 * @param window how long a window is
 * @param promptId the only prompt whose calls count, {@code null} for any
 * @param tag the only tag whose calls count, as {@code name=value}; {@code null} for any
 */
public record Budget(
    String name,
    Unit unit,
    BigDecimal limit,
    Duration window,
    @Nullable String promptId,
    @Nullable String tag) {

  /** What a budget counts. */
  public enum Unit {
    /** Calls; each is reserved when it begins, so this limit is never exceeded. */
    CALLS,
    /** Tokens of requests and answers; a quarter of the request's length is reserved. */
    TOKENS,
    /** US dollars, as the gateway reports them or the price table says; nothing is reserved. */
    COST
  }

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if the limit is below zero or the window not above
   */
  public Budget {
    if (limit.signum() < 0) {
      throw new IllegalArgumentException("The budget " + name + " is below zero.");
    }
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException("The window of the budget " + name + " has no length.");
    }
  }

  /** So many calls in a window. */
  public static Budget calls(String name, long limit, Duration window) {
    return new Budget(name, Unit.CALLS, BigDecimal.valueOf(limit), window, null, null);
  }

  /** So many tokens in a window. */
  public static Budget tokens(String name, long limit, Duration window) {
    return new Budget(name, Unit.TOKENS, BigDecimal.valueOf(limit), window, null, null);
  }

  /** So many US dollars in a window. */
  public static Budget cost(String name, String dollars, Duration window) {
    return new Budget(name, Unit.COST, new BigDecimal(dollars), window, null, null);
  }

  /** The same, for calls of one prompt alone, as in {@code EarningsAnalyst.summarise}. */
  public Budget forPrompt(String promptId) {
    return new Budget(name, unit, limit, window, promptId, tag);
  }

  /** The same, for calls with one tag alone. */
  public Budget forTag(String name, String value) {
    return new Budget(this.name, unit, limit, window, promptId, name + "=" + value);
  }
}
