package dev.gatewayz.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.gatewayz.processor.model.Constraint;
import dev.gatewayz.processor.model.PlainType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Whole numbers are read within the range of their type and their constraints at once. */
final class WholeNumbers {
  private WholeNumbers() {}

  static CodeBlock read(PlainType type, List<Constraint> constraints, TypeName java, String in) {
    Optional<PlainReading> reading = PlainReading.of(type);
    if (constraints.isEmpty() && reading.isPresent()) {
      return reading.get().call(in, java);
    }
    BigInteger least = BigInteger.valueOf(type.least());
    BigInteger most = BigInteger.valueOf(type.most());
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.Bounds bounds) {
        least = bounds.least().map(BigDecimal::toBigInteger).orElse(least).max(least);
        most = bounds.most().map(BigDecimal::toBigInteger).orElse(most).min(most);
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

  private static String literal(BigInteger number) {
    return number.bitLength() < Integer.SIZE ? number.toString() : number + "L";
  }
}
