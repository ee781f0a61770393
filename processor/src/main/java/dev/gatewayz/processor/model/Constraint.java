package dev.gatewayz.processor.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;

/** What a value must be beyond its type. */
public sealed interface Constraint {

  /** What the case of its kind makes of it. */
  <R> R match(
      Function<Bounds, R> bounds,
      Function<Length, R> length,
      Function<Matching, R> matching,
      Function<NotBlank, R> notBlank);

  /**
   * A number lies within bounds.
   *
   * @param min the least number
   * @param max the greatest number
   * @param open whether the bounds themselves are outside
   */
  record Bounds(Optional<BigDecimal> min, Optional<BigDecimal> max, boolean open)
      implements Constraint {
    @Override
    public <R> R match(
        Function<Bounds, R> bounds,
        Function<Length, R> length,
        Function<Matching, R> matching,
        Function<NotBlank, R> notBlank) {
      return bounds.apply(this);
    }

    /** The least whole number inside. */
    public Optional<BigDecimal> least() {
      return min.map(number -> whole(number, RoundingMode.CEILING, BigDecimal.ONE));
    }

    /** The greatest whole number inside. */
    public Optional<BigDecimal> most() {
      return max.map(number -> whole(number, RoundingMode.FLOOR, BigDecimal.ONE.negate()));
    }

    private BigDecimal whole(BigDecimal bound, RoundingMode inwards, BigDecimal step) {
      BigDecimal whole = bound.setScale(0, inwards);
      return open && whole.compareTo(bound) == 0 ? whole.add(step) : whole;
    }
  }

  /** A text has so many characters, or a collection so many elements. */
  record Length(int min, int max) implements Constraint {
    @Override
    public <R> R match(
        Function<Bounds, R> bounds,
        Function<Length, R> length,
        Function<Matching, R> matching,
        Function<NotBlank, R> notBlank) {
      return length.apply(this);
    }
  }

  /**
   * All of a text matches an expression.
   *
   * @param regex in Java's syntax
   * @param flags of {@link java.util.regex.Pattern}, 0 for none
   */
  record Matching(String regex, int flags) implements Constraint {
    @Override
    public <R> R match(
        Function<Bounds, R> bounds,
        Function<Length, R> length,
        Function<Matching, R> matching,
        Function<NotBlank, R> notBlank) {
      return matching.apply(this);
    }
  }

  /** A text has a character that is no blank. */
  record NotBlank() implements Constraint {
    @Override
    public <R> R match(
        Function<Bounds, R> bounds,
        Function<Length, R> length,
        Function<Matching, R> matching,
        Function<NotBlank, R> notBlank) {
      return notBlank.apply(this);
    }
  }
}
