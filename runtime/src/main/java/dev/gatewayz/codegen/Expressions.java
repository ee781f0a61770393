package dev.gatewayz.codegen;

import dev.gatewayz.internal.binding.Condition;
import dev.gatewayz.internal.binding.Expression;
import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Finds the values of expressions, as the Java that they stand for does. */
final class Expressions {
  private final Map<String, @Nullable Object> values;
  private final TemplateTypes types;

  Expressions(Map<String, @Nullable Object> values, TemplateTypes types) {
    this.values = values;
    this.types = types;
  }

  @Nullable Object value(Expression expression) {
    return expression
        .<Optional<Object>>match(
            argument -> Optional.ofNullable(values.get(argument.name())),
            local -> Optional.ofNullable(values.get(local.name())),
            access -> Optional.ofNullable(read(present(access.target()), access.member())),
            entry -> Optional.ofNullable(map(entry.map()).get(entry.key())),
            joined -> Optional.of(joined(joined)),
            constant -> Optional.of(constant(constant)))
        .orElse(null);
  }

  /** A value that must be there. */
  Object present(Expression expression) {
    return Objects.requireNonNull(value(expression), expression::toString);
  }

  private Map<?, ?> map(Expression expression) {
    return (Map<?, ?>) present(expression);
  }

  private String joined(Expression.Joined joined) {
    return joined.start().isEmpty() ? joined.end() : values.get(joined.start()) + joined.end();
  }

  private String constant(Expression.ConstantName constant) {
    String name = ((Enum<?>) present(constant.value())).name();
    return constant.renamed().getOrDefault(name, name);
  }

  private @Nullable Object read(Object target, String member) {
    return switch (member) {
      case "get()" -> ((Optional<?>) target).orElseThrow();
      case "getAsInt()" -> ((OptionalInt) target).orElseThrow();
      case "getAsLong()" -> ((OptionalLong) target).orElseThrow();
      case "getAsDouble()" -> ((OptionalDouble) target).orElseThrow();
      case "entrySet()" -> ((Map<?, ?>) target).entrySet();
      case "getKey()" -> ((Map.Entry<?, ?>) target).getKey();
      case "getValue()" -> ((Map.Entry<?, ?>) target).getValue();
      default -> types.reader(member).apply(target);
    };
  }

  boolean holds(Condition condition) {
    if (condition.test() == Condition.Test.NOT_NULL) {
      return value(condition.subject()) != null;
    }
    if (condition.test() == Condition.Test.BOXED_TRUE) {
      return Boolean.TRUE.equals(value(condition.subject()));
    }
    Object value = present(condition.subject());
    return switch (condition.test()) {
      case NOT_NULL -> true;
      case TRUE, BOXED_TRUE -> (Boolean) value;
      case PRESENT -> isPresent(value);
      case NOT_EMPTY -> !isEmpty(value);
      case HAS_ELEMENT -> ((Iterable<?>) value).iterator().hasNext();
      case HAS_LENGTH -> Array.getLength(value) != 0;
      case NOT_ZERO, NOT_ZERO_AS_DOUBLE -> ((Number) value).doubleValue() != 0;
      case HAS_SIGN -> signum(value) != 0;
      case HAS_KEY -> ((Map<?, ?>) value).containsKey(condition.key());
    };
  }

  private static boolean isPresent(Object value) {
    if (value instanceof OptionalInt number) {
      return number.isPresent();
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent();
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent();
    }
    return ((Optional<?>) value).isPresent();
  }

  private static boolean isEmpty(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty();
    }
    return value instanceof Collection<?> elements
        ? elements.isEmpty()
        : ((CharSequence) value).length() == 0;
  }

  private static int signum(Object value) {
    return value instanceof BigDecimal number ? number.signum() : ((BigInteger) value).signum();
  }
}
