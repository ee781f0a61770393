package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.JsonBytes;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a tool returned, as text for the model: text as it is, lists and maps as JSON. */
final class ToolResult {
  private ToolResult() {}

  static String text(@Nullable Object result) {
    Object value = plain(result);
    if (value instanceof Iterable<?> || value instanceof Map<?, ?>) {
      JsonBytes json = new JsonBytes(256);
      write(value, json);
      return json.toString();
    }
    return String.valueOf(value);
  }

  private static void write(@Nullable Object any, JsonBytes json) {
    Object value = plain(any);
    if (value == null || value instanceof Boolean || isFinite(value)) {
      json.raw(String.valueOf(value));
    } else if (value instanceof Map<?, ?> map) {
      json.raw('{');
      map.forEach(
          (name, member) -> {
            json.name(String.valueOf(name));
            write(member, json);
          });
      json.raw('}');
    } else if (value instanceof Iterable<?> list) {
      json.raw('[');
      String comma = "";
      for (Object element : list) {
        json.raw(comma);
        comma = ",";
        write(element, json);
      }
      json.raw(']');
    } else {
      json.string(String.valueOf(value));
    }
  }

  /** The value in an optional, and arrays as lists. */
  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    } else if (value instanceof OptionalInt optional) {
      return optional.isPresent() ? optional.getAsInt() : null;
    } else if (value instanceof OptionalLong optional) {
      return optional.isPresent() ? optional.getAsLong() : null;
    } else if (value instanceof OptionalDouble optional) {
      return optional.isPresent() ? optional.getAsDouble() : null;
    } else if (value instanceof Enum<?> constant) {
      return constant.name();
    } else if (value instanceof Object[] array) {
      return Arrays.asList(array);
    } else if (value instanceof Path) {
      // A path is made of paths without end.
      return value.toString();
    } else if (value != null && value.getClass().isArray()) {
      return new PrimitiveArray(value);
    }
    return PlainJson.of(value);
  }

  private static boolean isFinite(Object value) {
    return value instanceof Number number && Double.isFinite(number.doubleValue());
  }

  /** An array of numbers, booleans or characters, as a list of them. */
  private static final class PrimitiveArray extends AbstractList<Object> {
    private final Object array;

    PrimitiveArray(Object array) {
      this.array = array;
    }

    @Override
    public Object get(int index) {
      return Array.get(array, index);
    }

    @Override
    public int size() {
      return Array.getLength(array);
    }
  }
}
