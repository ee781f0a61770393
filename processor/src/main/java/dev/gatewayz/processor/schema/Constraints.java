package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.PlainType;
import dev.gatewayz.processor.model.Slot;
import java.math.BigDecimal;
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
        bounds(bounds, schema, slot);
      } else if (constraint instanceof Constraint.Length length
          && slot.type() instanceof DataType.Elements) {
        if (length.min() > 0) {
          schema.json("minItems", Integer.toString(length.min()));
        }
        if (length.max() < Integer.MAX_VALUE) {
          schema.json("maxItems", Integer.toString(length.max()));
        }
      } else if (constraint instanceof Constraint.Matching matching) {
        Regex.portable(matching).ifPresent(regex -> schema.text("pattern", regex));
      }
    }
    return schema;
  }

  private static boolean isWhole(Slot slot) {
    return slot.type() instanceof DataType.Plain plain
        && (plain.type().isInteger() || plain.type() == PlainType.BIG_INTEGER);
  }

  /**
   * Bounds of whole numbers can always be said with themselves inside; the range of the type, which
   * the schema has already, may be narrower.
   */
  private static void bounds(Constraint.Bounds bounds, Keywords schema, Slot slot) {
    boolean isWhole = isWhole(slot);
    PlainType type = ((DataType.Plain) slot.type()).type();
    boolean isLimited = type.isInteger() && type != PlainType.INT64;
    (isWhole ? bounds.least() : bounds.min())
        .map(min -> isLimited ? min.max(BigDecimal.valueOf(type.least())) : min)
        .ifPresent(min -> schema.json("minimum", plain(min)));
    (isWhole ? bounds.most() : bounds.max())
        .map(max -> isLimited ? max.min(BigDecimal.valueOf(type.most())) : max)
        .ifPresent(max -> schema.json("maximum", plain(max)));
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
