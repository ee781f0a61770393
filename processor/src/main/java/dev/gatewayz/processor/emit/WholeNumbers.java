package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.PlainType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Whole numbers are read within the range of their type and their constraints at once. */
final class WholeNumbers {
  private WholeNumbers() {}

  static CodeBlock read(PlainType type, List<Constraint> constraints, TypeName java, String in) {
    if (constraints.isEmpty() && !type.reading().isEmpty()) {
      return CodeBlock.of(in + type.reading().substring("in".length()));
    }
    BigInteger least = BigInteger.valueOf(type.least());
    BigInteger most = BigInteger.valueOf(type.most());
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.Bounds bounds) {
        if (bounds.min().isPresent()) {
          least = least.max(above(bounds.min().get(), bounds.open()));
        }
        if (bounds.max().isPresent()) {
          most = most.min(below(bounds.max().get(), bounds.open()));
        }
      }
    }
    String call = in + ".integer(" + literal(least) + ", " + literal(most) + ")";
    return switch (type) {
      case INT8 -> CodeBlock.of("(byte) $L", call);
      case INT16 -> CodeBlock.of("(short) $L", call);
      case INT32 -> CodeBlock.of("(int) $L", call);
      case YEAR -> CodeBlock.of("$T.of((int) $L)", java, call);
      default -> CodeBlock.of("$L", call);
    };
  }

  private static BigInteger above(BigDecimal min, boolean open) {
    BigDecimal whole = min.setScale(0, RoundingMode.CEILING);
    return (open && whole.compareTo(min) == 0 ? whole.add(BigDecimal.ONE) : whole).toBigInteger();
  }

  private static BigInteger below(BigDecimal max, boolean open) {
    BigDecimal whole = max.setScale(0, RoundingMode.FLOOR);
    return (open && whole.compareTo(max) == 0 ? whole.subtract(BigDecimal.ONE) : whole)
        .toBigInteger();
  }

  private static String literal(BigInteger number) {
    return number.bitLength() < Integer.SIZE ? number.toString() : number + "L";
  }
}
