package dev.gatewayz.processor.read;

import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.PlainType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What several constraints come to together, and with the values that a type has at all. */
final class Contradiction {
  private final boolean isWhole;
  private Optional<BigDecimal> min = Optional.empty();
  private Optional<BigDecimal> max = Optional.empty();
  private boolean isMinOpen;
  private boolean isMaxOpen;
  private int shortest;
  private int longest = Integer.MAX_VALUE;

  private Contradiction(DataType type) {
    PlainType plain = type instanceof DataType.Plain known ? known.type() : PlainType.STRING;
    this.isWhole = plain.isInteger() || plain == PlainType.BIG_INTEGER;
    if (plain.isInteger()) {
      min = Optional.of(BigDecimal.valueOf(plain.least()));
      max = Optional.of(BigDecimal.valueOf(plain.most()));
    }
  }

  /** Why no value of a type meets all of its constraints; empty if some value does. */
  static Optional<String> find(List<Constraint> constraints, DataType type) {
    Contradiction sum = new Contradiction(type);
    for (Constraint constraint : constraints) {
      constraint.match(sum::add, sum::add, matching -> sum, notBlank -> sum.add(1));
    }
    if (sum.shortest > sum.longest) {
      return Optional.of("with the others, nothing is long enough and short enough");
    }
    return sum.hasNumber() ? Optional.empty() : Optional.of("no such number is left");
  }

  private Contradiction add(Constraint.Bounds bounds) {
    Optional<BigDecimal> least = isWhole ? bounds.least() : bounds.min();
    Optional<BigDecimal> most = isWhole ? bounds.most() : bounds.max();
    boolean isOpen = bounds.open() && !isWhole;
    if (least.isPresent() && (min.isEmpty() || least.get().compareTo(min.get()) >= 0)) {
      isMinOpen = isOpen || (isMinOpen && min.get().compareTo(least.get()) == 0);
      min = least;
    }
    if (most.isPresent() && (max.isEmpty() || most.get().compareTo(max.get()) <= 0)) {
      isMaxOpen = isOpen || (isMaxOpen && max.get().compareTo(most.get()) == 0);
      max = most;
    }
    return this;
  }

  private Contradiction add(Constraint.Length length) {
    shortest = Math.max(shortest, length.min());
    longest = Math.min(longest, length.max());
    return this;
  }

  private Contradiction add(int characters) {
    shortest = Math.max(shortest, characters);
    return this;
  }

  private boolean hasNumber() {
    if (min.isEmpty() || max.isEmpty()) {
      return true;
    }
    int order = min.get().compareTo(max.get());
    return order < 0 || (order == 0 && !isMinOpen && !isMaxOpen);
  }
}
