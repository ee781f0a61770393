package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.DataType;
import dev.gatewayz.processor.model.PlainType;
import dev.gatewayz.processor.model.Slot;
import dev.gatewayz.processor.schema.Wording;
import java.math.BigDecimal;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    return slot.constraints().stream()
        .flatMap(constraint -> conditions(constraint, slot))
        .collect(CodeBlock.joining(" && "));
  }

  private Stream<CodeBlock> conditions(Constraint constraint, Slot slot) {
    return constraint.match(
        bounds -> compare(slot, bounds),
        length -> size(length, sizeOf(slot.type())),
        matching -> Stream.of(CodeBlock.of("$L.matcher(v).matches()", patterns.apply(matching))),
        notBlank -> Stream.of(CodeBlock.of("!v.isBlank()")));
  }

  private static Stream<CodeBlock> compare(Slot slot, Constraint.Bounds bounds) {
    String or = bounds.open() ? "" : "=";
    return Stream.concat(
        bounds.min().map(min -> compare(slot, ">" + or, min)).stream(),
        bounds.max().map(max -> compare(slot, "<" + or, max)).stream());
  }

  private static Stream<CodeBlock> size(Constraint.Length length, String size) {
    boolean hasLeast = length.min() > 0;
    boolean hasMost = length.max() < Integer.MAX_VALUE || !hasLeast;
    return Stream.concat(
        hasLeast ? Stream.of(CodeBlock.of("$L >= $L", size, length.min())) : Stream.empty(),
        hasMost ? Stream.of(CodeBlock.of("$L <= $L", size, length.max())) : Stream.empty());
  }

  static String words(Slot slot) {
    return Ascii.literal(
        slot.constraints().stream()
            .map(constraint -> Wording.of(constraint, slot.type()))
            .collect(Collectors.joining(" and ")));
  }

  private static String sizeOf(DataType type) {
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
