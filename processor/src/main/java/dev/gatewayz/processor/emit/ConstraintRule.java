package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.PlainType;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.schema.Wording;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Constraints as conditions on a value {@code v}, and in words. */
final class ConstraintRule {
  private final Function<Constraint.Matching, String> patterns;

  /**
   * A rule.
   *
   * @param patterns the constant that holds a pattern
   */
  ConstraintRule(Function<Constraint.Matching, String> patterns) {
    this.patterns = patterns;
  }

  CodeBlock condition(Slot slot) {
    List<CodeBlock> all = new ArrayList<>();
    for (Constraint constraint : slot.constraints()) {
      if (constraint instanceof Constraint.Bounds bounds) {
        String or = bounds.open() ? "" : "=";
        bounds.min().ifPresent(min -> all.add(compare(slot, ">" + or, min)));
        bounds.max().ifPresent(max -> all.add(compare(slot, "<" + or, max)));
      } else if (constraint instanceof Constraint.Length length) {
        String size = size(slot.type());
        if (length.min() > 0) {
          all.add(CodeBlock.of("$L >= $L", size, length.min()));
        }
        if (length.max() < Integer.MAX_VALUE || all.isEmpty()) {
          all.add(CodeBlock.of("$L <= $L", size, length.max()));
        }
      } else if (constraint instanceof Constraint.Matching matching) {
        all.add(CodeBlock.of("$L.matcher(v).matches()", patterns.apply(matching)));
      } else {
        all.add(CodeBlock.of("!v.isBlank()"));
      }
    }
    return all.stream().collect(CodeBlock.joining(" && "));
  }

  static String words(Slot slot) {
    return Ascii.literal(
        slot.constraints().stream()
            .map(constraint -> Wording.of(constraint, slot.type()))
            .collect(Collectors.joining(" and ")));
  }

  private static String size(DataType type) {
    if (type instanceof DataType.Plain) {
      return "v.length()";
    }
    return type instanceof DataType.Elements elements && isArray(elements.container())
        ? "v.length"
        : "v.size()";
  }

  private static boolean isArray(DataType.Elements.Container container) {
    return switch (container) {
      case LIST, SET -> false;
      case ARRAY, INTS, LONGS, DOUBLES -> true;
    };
  }

  private static CodeBlock compare(Slot slot, String operator, BigDecimal bound) {
    PlainType type = ((DataType.Plain) slot.type()).type();
    return switch (type) {
      case DECIMAL ->
          CodeBlock.of(
              "v.compareTo(new $T($S)) $L 0", BigDecimal.class, bound.toString(), operator);
      case BIG_INTEGER ->
          CodeBlock.of(
              "new $T(v).compareTo(new $T($S)) $L 0",
              BigDecimal.class,
              BigDecimal.class,
              bound.toString(),
              operator);
      case FLOAT32 -> CodeBlock.of("v $L $Lf", operator, bound.floatValue());
      default -> CodeBlock.of("v $L $L", operator, bound.doubleValue());
    };
  }
}
