package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.PlainType;
import dev.gatewayz.processor.model.Slot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Constraints in a schema: as keywords where strict mode has them, in the words of the description
 * where it has not.
 */
final class Constraints {
  private Constraints() {}

  static Keywords apply(Slot slot, Keywords schema) {
    for (Constraint constraint : slot.constraints()) {
      if (constraint instanceof Constraint.Bounds bounds) {
        bounds(bounds, schema, isWhole(slot));
      } else if (constraint instanceof Constraint.Length length
          && slot.type() instanceof DataType.Elements) {
        if (length.min() > 0) {
          schema.json("minItems", Integer.toString(length.min()));
        }
        if (length.max() < Integer.MAX_VALUE) {
          schema.json("maxItems", Integer.toString(length.max()));
        }
      } else if (constraint instanceof Constraint.Matching matching && Regex.isPortable(matching)) {
        schema.text("pattern", Regex.anchored(matching.regex()));
      }
    }
    return schema;
  }

  private static boolean isWhole(Slot slot) {
    return slot.type() instanceof DataType.Plain plain
        && (plain.type().isInteger() || plain.type() == PlainType.BIG_INTEGER);
  }

  /** Bounds of whole numbers can always be said with themselves inside. */
  private static void bounds(Constraint.Bounds bounds, Keywords schema, boolean isWhole) {
    BigDecimal step = isWhole && bounds.open() ? BigDecimal.ONE : BigDecimal.ZERO;
    bounds
        .min()
        .ifPresent(
            min -> {
              BigDecimal least = isWhole ? min.setScale(0, RoundingMode.CEILING) : min;
              schema.json("minimum", plain(least.equals(min) ? least.add(step) : least));
            });
    bounds
        .max()
        .ifPresent(
            max -> {
              BigDecimal most = isWhole ? max.setScale(0, RoundingMode.FLOOR) : max;
              schema.json("maximum", plain(most.equals(max) ? most.subtract(step) : most));
            });
  }

  /** A number as JSON has it, without an exponent. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** What keywords do not say; empty for nothing. */
  static String inWords(Slot slot) {
    List<String> sentences = new ArrayList<>();
    for (Constraint constraint : slot.constraints()) {
      if (constraint instanceof Constraint.Length && slot.type() instanceof DataType.Elements) {
        continue;
      }
      if (constraint instanceof Constraint.Length
          || constraint instanceof Constraint.NotBlank
          || (constraint instanceof Constraint.Bounds bounds && bounds.open() && !isWhole(slot))
          || (constraint instanceof Constraint.Matching matching && !Regex.isPortable(matching))) {
        String words = Wording.of(constraint, slot.type());
        sentences.add(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
      }
    }
    return String.join(" ", sentences);
  }
}
