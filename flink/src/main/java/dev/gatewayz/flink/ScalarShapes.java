package dev.gatewayz.flink;

import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the shapes of values that are one text, number or sequence of bytes. */
final class ScalarShapes {
  private ScalarShapes() {}

  /** The shape of such a type, {@code null} of another. */
  static @Nullable Shape of(Class<?> type) {
    if (type == String.class) {
      return new ConvertedShape(type, value -> value, String.class, node -> node);
    }
    if (type == byte[].class) {
      return new ConvertedShape(type, value -> value, byte[].class, node -> node);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new ConvertedShape(type, value -> value, Boolean.class, node -> node);
    }
    if (type == long.class || type == Long.class) {
      return new ConvertedShape(type, value -> value, Long.class, node -> node);
    }
    if (type == int.class || type == Integer.class) {
      return whole(type, Math::toIntExact);
    }
    if (type == short.class || type == Short.class) {
      return whole(type, Long::shortValue);
    }
    if (type == byte.class || type == Byte.class) {
      return whole(type, Long::byteValue);
    }
    if (type == char.class || type == Character.class) {
      return new ConvertedShape(
          type, Object::toString, String.class, node -> ((String) node).charAt(0));
    }
    if (type == double.class || type == Double.class) {
      return new ConvertedShape(
          type, value -> value, Number.class, node -> ((Number) node).doubleValue());
    }
    if (type == float.class || type == Float.class) {
      return new ConvertedShape(
          type,
          value -> ((Float) value).doubleValue(),
          Number.class,
          node -> ((Number) node).floatValue());
    }
    return type.getPackageName().equals("java.time") ? timed(type) : texted(type);
  }

  private static @Nullable Shape texted(Class<?> type) {
    Function<String, Object> parse =
        type == BigDecimal.class
            ? BigDecimal::new
            : type == BigInteger.class
                ? BigInteger::new
                : type == UUID.class ? UUID::fromString : type == URI.class ? URI::create : null;
    return parse == null
        ? null
        : new ConvertedShape(
            type, Object::toString, String.class, node -> parse.apply((String) node));
  }

  private static Shape whole(Class<?> type, Function<Long, Object> narrow) {
    return new ConvertedShape(
        type,
        value ->
            value instanceof Integer number
                ? (Object) number.longValue()
                : (Object) ((Number) value).longValue(),
        Long.class,
        node -> narrow.apply((Long) node));
  }

  /** All of {@code java.time} but its enums write themselves as text that they read. */
  private static @Nullable Shape timed(Class<?> type) {
    Method parse;
    try {
      parse = type.getMethod("parse", CharSequence.class);
    } catch (NoSuchMethodException e) {
      try {
        parse = type.getMethod("of", String.class);
      } catch (NoSuchMethodException none) {
        return null;
      }
    }
    Method read = parse;
    return new ConvertedShape(
        type, Object::toString, String.class, node -> Reflective.of(() -> read.invoke(null, node)));
  }
}
