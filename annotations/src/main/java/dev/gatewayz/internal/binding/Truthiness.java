package dev.gatewayz.internal.binding;

import java.util.Optional;

/** Which values render a section and which do not. */
final class Truthiness {
  private Truthiness() {}

  /** What must hold for a value that is there to count as true; empty if it always does. */
  static Optional<Condition> of(Value value) {
    return test(value.type().kind()).map(test -> new Condition(test, value.expression()));
  }

  private static Optional<Condition.Test> test(Kind kind) {
    return switch (kind) {
      case BOOLEAN -> Optional.of(Condition.Test.TRUE);
      case STRING, COLLECTION, MAP -> Optional.of(Condition.Test.NOT_EMPTY);
      case ITERABLE -> Optional.of(Condition.Test.HAS_ELEMENT);
      case ARRAY -> Optional.of(Condition.Test.HAS_LENGTH);
      case NUMBER -> Optional.of(Condition.Test.NOT_ZERO);
      case BIG_NUMBER -> Optional.of(Condition.Test.HAS_SIGN);
      case OTHER_NUMBER -> Optional.of(Condition.Test.NOT_ZERO_AS_DOUBLE);
      default -> Optional.empty();
    };
  }

  /** Whether a value can open a section at all. */
  static boolean canOpen(Kind kind) {
    return kind != Kind.ONCE && kind != Kind.OTHER_MAP;
  }
}
