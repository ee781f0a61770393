package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.DataType;

/** Constraints in words, for the model and for whoever reads the error. */
public final class Wording {
  private Wording() {}

  /** As in {@code text of at most 80 characters}. */
  public static String of(Constraint constraint, DataType type) {
    return constraint.match(
        bounds -> "a number" + bounds(bounds),
        length -> length(length, type instanceof DataType.Plain),
        matching -> "text that matches " + matching.regex(),
        notBlank -> "text that is not blank");
  }

  private static String length(Constraint.Length length, boolean isText) {
    boolean isOne = length.max() == 1 || (length.min() == 1 && length.max() == Integer.MAX_VALUE);
    String unit = (isText ? " character" : " element") + (isOne ? "" : "s");
    return (isText ? "text of " : "") + range(length) + unit;
  }

  private static String bounds(Constraint.Bounds bounds) {
    String min = bounds.min().map(Constraints::plain).orElse("");
    String max = bounds.max().map(Constraints::plain).orElse("");
    if (bounds.open()) {
      return (min.isEmpty() ? "" : " above " + min)
          + (min.isEmpty() || max.isEmpty() ? "" : " and")
          + (max.isEmpty() ? "" : " below " + max);
    }
    if (min.isEmpty()) {
      return " of at most " + max;
    }
    return max.isEmpty() ? " of at least " + min : " from " + min + " to " + max;
  }

  private static String range(Constraint.Length length) {
    if (length.max() == Integer.MAX_VALUE) {
      return "at least " + length.min();
    }
    if (length.min() == 0) {
      return "at most " + length.max();
    }
    return length.min() == length.max()
        ? "exactly " + length.min()
        : length.min() + " to " + length.max();
  }
}
