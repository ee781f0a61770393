package dev.gatewayz.eval.internal.cases;

import dev.gatewayz.eval.internal.json.JsonTree;
import java.lang.reflect.Array;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of a type of plain JSON. Nothing is invented: what is missing or of another kind is
 * a {@link Mismatch} that names the place.
 */
final class Binder {

  private Binder() {}

  /** A value of a type. */
  static @Nullable Object bind(Type type, @Nullable Object json, String path) {
    if (type instanceof WildcardType wildcard) {
      return bind(wildcard.getUpperBounds()[0], json, path);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
      return container(raw, generic.getActualTypeArguments(), json, path);
    }
    if (type instanceof GenericArrayType array) {
      return array(array.getGenericComponentType(), json, path);
    }
    if (!(type instanceof Class<?> plain)) {
      throw new Mismatch(at(path) + "cases cannot have the type " + type + ".");
    }
    if (plain.isArray()) {
      return array(plain.getComponentType(), json, path);
    }
    if (plain == Object.class) {
      return json;
    }
    if (json == null) {
      throw new Mismatch(at(path) + words(plain) + " belongs here, but there is null.");
    }
    if (plain == List.class || plain == Map.class || plain == Set.class) {
      return container(plain, new Type[] {Object.class, Object.class}, json, path);
    }
    return plain.isRecord() ? RecordShape.of(plain).read(json, path) : scalar(plain, json, path);
  }

  private static @Nullable Object container(
      Class<?> raw, Type[] arguments, @Nullable Object json, String path) {
    if (raw == Optional.class) {
      return json == null ? Optional.empty() : Optional.of(present(arguments[0], json, path));
    }
    if (raw == Map.class && json instanceof Map<?, ?> object) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      object.forEach(
          (name, value) ->
              values.put((String) name, bind(arguments[1], value, child(path, "" + name))));
      return values;
    }
    if (Map.class.isAssignableFrom(raw)) {
      throw expected("an object", json, path);
    }
    List<@Nullable Object> items = list(arguments[0], json, path);
    if (raw.isAssignableFrom(List.class)) {
      return items;
    }
    if (raw == Set.class) {
      return new LinkedHashSet<>(items);
    }
    throw new Mismatch(at(path) + "cases cannot have the type " + raw.getName() + ".");
  }

  private static Object present(Type type, Object json, String path) {
    Object value = bind(type, json, path);
    if (value == null) {
      throw expected("a value", json, path);
    }
    return value;
  }

  private static List<@Nullable Object> list(Type item, @Nullable Object json, String path) {
    if (!(json instanceof List<?> values)) {
      throw expected("a list", json, path);
    }
    List<@Nullable Object> items = new ArrayList<>();
    for (Object value : values) {
      items.add(bind(item, value, path + "[" + items.size() + "]"));
    }
    return items;
  }

  private static Object array(Type item, @Nullable Object json, String path) {
    List<@Nullable Object> items = list(item, json, path);
    Class<?> raw = item instanceof Class<?> plain ? plain : Object.class;
    Object array = Array.newInstance(raw, items.size());
    for (int i = 0; i < items.size(); i++) {
      Array.set(array, i, items.get(i));
    }
    return array;
  }

  private static Object scalar(Class<?> type, Object json, String path) {
    try {
      Object value =
          json instanceof String text
              ? ofText(type, text)
              : json instanceof BigDecimal number ? ofNumber(type, number) : null;
      if (value == null
          && json instanceof Boolean
          && (type == boolean.class || type == Boolean.class)) {
        value = json;
      }
      if (value != null) {
        return value;
      }
    } catch (ArithmeticException | IllegalArgumentException e) {
      // Said below.
    }
    throw expected(words(type), json, path);
  }

  private static @Nullable Object ofNumber(Class<?> type, BigDecimal number) {
    if (type == int.class || type == Integer.class) {
      return number.intValueExact();
    }
    if (type == long.class || type == Long.class) {
      return number.longValueExact();
    }
    if (type == double.class || type == Double.class) {
      return number.doubleValue();
    }
    if (type == float.class || type == Float.class) {
      return number.floatValue();
    }
    if (type == short.class || type == Short.class) {
      return number.shortValueExact();
    }
    if (type == byte.class || type == Byte.class) {
      return number.byteValueExact();
    }
    if (type == BigInteger.class) {
      return number.toBigIntegerExact();
    }
    return type == BigDecimal.class || type == Number.class ? number : null;
  }

  private static @Nullable Object ofText(Class<?> type, String text) {
    if (type == String.class || type == CharSequence.class) {
      return text;
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(text))
          .findFirst()
          .orElse(null);
    }
    if (type == UUID.class) {
      return UUID.fromString(text);
    }
    if (type == URI.class) {
      return URI.create(text);
    }
    if (type == char.class || type == Character.class) {
      return text.length() == 1 ? text.charAt(0) : null;
    }
    return parsed(type, text);
  }

  /** Dates, times and their like have a static method for it. */
  private static @Nullable Object parsed(Class<?> type, String text) {
    try {
      Method parse = type.getMethod("parse", CharSequence.class);
      return Modifier.isStatic(parse.getModifiers()) && parse.getReturnType() == type
          ? parse.invoke(null, text)
          : null;
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      return null;
    }
  }

  private static String words(Class<?> type) {
    if (type.isEnum()) {
      return "one of " + Arrays.toString(type.getEnumConstants());
    }
    return switch (type.getSimpleName()) {
      case "String", "CharSequence" -> "text";
      case "boolean", "Boolean" -> "true or false";
      case "int", "Integer", "long", "Long", "short", "Short", "byte", "Byte", "BigInteger" ->
          "a whole number (" + type.getSimpleName() + ")";
      case "double", "Double", "float", "Float", "BigDecimal", "Number" -> "a number";
      default -> "a value of " + type.getSimpleName();
    };
  }

  static Mismatch expected(String what, @Nullable Object json, String path) {
    String found = JsonTree.text(json);
    int most = 60;
    return new Mismatch(
        at(path)
            + what
            + " belongs here, but there is "
            + (found.length() > most ? found.substring(0, most) + "…" : found)
            + ".");
  }

  static String child(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  static String at(String path) {
    return path.isEmpty() ? "" : "\"" + path + "\": ";
  }
}
