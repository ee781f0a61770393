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
      constraint.match(
          bounds -> bounds(bounds, schema, slot),
          length -> slot.type() instanceof DataType.Elements ? items(length, schema) : schema,
          matching ->
              Regex.portable(matching).map(regex -> schema.text("pattern", regex)).orElse(schema),
          notBlank -> schema);
    }
    return schema;
  }

  private static Keywords items(Constraint.Length length, Keywords schema) {
    if (length.min() > 0) {
      schema.json("minItems", Integer.toString(length.min()));
    }
    return length.max() < Integer.MAX_VALUE
        ? schema.json("maxItems", Integer.toString(length.max()))
        : schema;
  }

  private static boolean isWhole(Slot slot) {
    return slot.type() instanceof DataType.Plain plain
        && (plain.type().isInteger() || plain.type() == PlainType.BIG_INTEGER);
  }

  /**
   * Bounds of whole numbers can always be said with themselves inside; the range of the type, which
   * the schema has already, may be narrower.
   */
  private static Keywords bounds(Constraint.Bounds bounds, Keywords schema, Slot slot) {
    boolean isWhole = isWhole(slot);
    PlainType type = ((DataType.Plain) slot.type()).type();
    boolean isLimited = type.isInteger() && type != PlainType.INT64;
    (isWhole ? bounds.least() : bounds.min())
        .map(min -> isLimited ? min.max(BigDecimal.valueOf(type.least())) : min)
        .ifPresent(min -> schema.json("minimum", plain(min)));
    (isWhole ? bounds.most() : bounds.max())
        .map(max -> isLimited ? max.min(BigDecimal.valueOf(type.most())) : max)
        .ifPresent(max -> schema.json("maximum", plain(max)));
    return schema;
  }

  /** A number as JSON has it, without an exponent. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  /** What keywords do not say; empty for nothing. */
  static String inWords(Slot slot) {
    List<String> sentences = new ArrayList<>();
    for (Constraint constraint : slot.constraints()) {
      if (needsWords(constraint, slot)) {
        String words = Wording.of(constraint, slot.type());
        sentences.add(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
      }
    }
    return String.join(" ", sentences);
  }

  private static boolean needsWords(Constraint constraint, Slot slot) {
    return constraint.match(
        bounds -> bounds.open() && !isWhole(slot),
        length -> !(slot.type() instanceof DataType.Elements),
        matching -> !Regex.isPortable(matching),
        notBlank -> true);
  }
}
