package dev.gatewayz.usage;

import dev.gatewayz.internal.time.Durations;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit on what calls may use in a window of time. A call that would begin when the limit is
 * reached is refused before anything is sent. Immutable.
 *
 * <p>A call reserves what its request will probably use when it is its turn to be sent, and settles
 * with what it really used when it ends. So the limit can be exceeded, by what the calls that are
 * under way when it is reached use beyond their reservations, and by no more. Windows follow each
 * other without overlap from the moment the client is built, or with the days of a calendar; what
 * was reserved in one is settled in it.
 */
public final class Budget {
  private static final Duration ONE_DAY = Duration.ofDays(1);

  private final String name;
  private final Unit unit;
  private final BigDecimal limit;
  private final Duration window;
  private final Scope scope;

  /** What a budget counts. Constants may be added. */
  public enum Unit {
    /** Calls; each is reserved when it begins, so this limit is never exceeded. */
    CALLS,
    /**
     * Tokens of requests and answers, as the gateway reports them, else a guess by their length; a
     * quarter of the request's length is reserved.
     */
    TOKENS,
    /**
     * US dollars, as the gateway reports them or the price table says, of guessed tokens too;
     * nothing is reserved.
     */
    COST
  }

  /** Which calls count, and when windows begin. */
  private record Scope(
      @Nullable ZoneId zone,
      @Nullable String promptId,
      @Nullable String tagName,
      @Nullable String tagValue) {
    static final Scope ALL = new Scope(null, null, null, null);
  }

  private Budget(String name, Unit unit, BigDecimal limit, Duration window, Scope scope) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("The name of a budget is blank.");
    }
    if (limit.signum() < 0) {
      throw new IllegalArgumentException(
          "The budget " + name + " is " + limit.toPlainString() + "; it must not be below zero.");
    }
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(
          "The window of the budget "
              + name
              + " is "
              + Durations.text(window)
              + "; it must be above zero.");
    }
    this.name = name;
    this.unit = unit;
    this.limit = limit;
    this.window = window;
    this.scope = scope;
  }

  /**
   * Allows so many calls in a window.
   *
   * @param name how errors name it
   * @param limit how many, 0 or more
   * @param window above zero
   * @return a budget for all calls
   * @throws IllegalArgumentException if the limit is below zero, or the window not above
   */
  public static Budget calls(String name, long limit, Duration window) {
    return new Budget(name, Unit.CALLS, BigDecimal.valueOf(limit), window, Scope.ALL);
  }

  /**
   * Allows so many tokens, of requests and answers, in a window.
   *
   * @param name how errors name it
   * @param limit how many, 0 or more
   * @param window above zero
   * @return a budget for all calls
   * @throws IllegalArgumentException if the limit is below zero, or the window not above
   */
  public static Budget tokens(String name, long limit, Duration window) {
    return new Budget(name, Unit.TOKENS, BigDecimal.valueOf(limit), window, Scope.ALL);
  }

  /**
   * Allows so many US dollars in a window.
   *
   * @param name how errors name it
   * @param dollars as in {@code 25.00}
   * @param window above zero
   * @return a budget for all calls
   * @throws IllegalArgumentException if that is no number or below zero, or the window not above
   */
  public static Budget cost(String name, String dollars, Duration window) {
    BigDecimal limit;
    try {
      limit = new BigDecimal(dollars.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The budget " + name + " is \"" + dollars + "\"; it must be dollars, as in 25.00.", e);
    }
    return new Budget(name, Unit.COST, limit, window, Scope.ALL);
  }

  /**
   * {@return the same, for calls of one prompt alone}
   *
   * @param promptId as in {@code com.acme.EarningsAnalyst.summarise}; generated classes have a
   *     constant for it
   */
  public Budget forPrompt(String promptId) {
    Objects.requireNonNull(promptId, "promptId");
    return with(new Scope(scope.zone, promptId, scope.tagName, scope.tagValue));
  }

  /**
   * {@return the same, for calls with one tag alone}
   *
   * @param name of the tag, as in {@code tenant}
   * @param value of the tag, as in {@code acme}
   */
  public Budget forTag(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    return with(new Scope(scope.zone, scope.promptId, name, value));
  }

  /**
   * {@return the same, with windows that are the days of a calendar}
   *
   * @param zone where a day begins at midnight
   * @throws IllegalArgumentException if the window is not one day long
   */
  public Budget onCalendarDaysOf(ZoneId zone) {
    if (!window.equals(ONE_DAY)) {
      throw new IllegalArgumentException(
          "The window of the budget "
              + name
              + " is "
              + window
              + "; for calendar days it must be"
              + " one day.");
    }
    Objects.requireNonNull(zone, "zone");
    return with(new Scope(zone, scope.promptId, scope.tagName, scope.tagValue));
  }

  private Budget with(Scope scope) {
    return new Budget(name, unit, limit, window, scope);
  }

  /** {@return how errors name it} */
  public String name() {
    return name;
  }

  /** {@return what is counted} */
  public Unit unit() {
    return unit;
  }

  /** {@return how much of it a window allows} */
  public BigDecimal limit() {
    return limit;
  }

  /** {@return how long a window is} */
  public Duration window() {
    return window;
  }

  /**
   * {@return where the days begin that are its windows, {@code null} if they are not those of a
   * calendar}
   */
  public @Nullable ZoneId zone() {
    return scope.zone;
  }

  /** {@return the only prompt whose calls count, {@code null} for any} */
  public @Nullable String promptId() {
    return scope.promptId;
  }

  /** {@return the name of the only tag whose calls count, {@code null} for any} */
  public @Nullable String tagName() {
    return scope.tagName;
  }

  /** {@return the value of the only tag whose calls count, {@code null} for any} */
  public @Nullable String tagValue() {
    return scope.tagValue;
  }

  @Override
  public String toString() {
    return "Budget["
        + name
        + ", "
        + limit.toPlainString()
        + " "
        + unit
        + " in "
        + (scope.zone == null ? window : "a day of " + scope.zone)
        + (scope.promptId == null ? "" : ", prompt " + scope.promptId)
        + (scope.tagName == null ? "" : ", tag " + scope.tagName + "=" + scope.tagValue)
        + "]";
  }
}
