package dev.gatewayz.internal.wire;

import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonBytes;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** A JSON object of the gateway's, read leniently: what is of another form counts as not there. */
record Document(Map<?, ?> members) {
  private static final int MOST_DIGITS = 40;

  /** Reads bytes, {@code null} if they are no object. */
  static @Nullable Document of(byte[] bytes, int length) {
    try {
      return of(Json.readLenient(bytes, 0, length));
    } catch (JacksonException e) {
      return null;
    }
  }

  private static @Nullable Document of(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? new Document(map) : null;
  }

  /** An object inside, without members if there is none. */
  Document object(String name) {
    Document inner = of(members.get(name));
    return inner == null ? new Document(Map.of()) : inner;
  }

  /** A list inside, {@code null} if there is none. */
  @Nullable List<?> list(String name) {
    return members.get(name) instanceof List<?> list ? list : null;
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(members.get(name));
  }

  @Nullable String text(String name) {
    return members.get(name) instanceof String text && !text.isBlank() ? text : null;
  }

  /** A number, also one in quotes. */
  @Nullable BigDecimal decimal(String name) {
    Object value = members.get(name);
    if (!(value instanceof Number) && !(value instanceof String)) {
      return null;
    }
    String text = value.toString().strip();
    try {
      BigDecimal number = text.length() > 2 * MOST_DIGITS ? null : new BigDecimal(text);
      return number == null || Math.abs((long) number.scale()) > MOST_DIGITS ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** A whole number, also one in quotes. */
  @Nullable Long whole(String name) {
    BigDecimal number = decimal(name);
    try {
      return number == null ? null : (Long) number.longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  /** The members that have none of these names, each as JSON text; without those that are null. */
  Map<String, String> without(Set<String> known) {
    Map<String, String> rest = new LinkedHashMap<>();
    members.forEach(
        (name, value) -> {
          if (value != null && name instanceof String text && !known.contains(text)) {
            rest.put(text, write(value, new JsonBytes(32)).toString());
          }
        });
    return rest;
  }

  private static JsonBytes write(@Nullable Object value, JsonBytes out) {
    if (value instanceof Map<?, ?> map) {
      out.raw('{');
      map.forEach((name, member) -> write(member, out.name(String.valueOf(name))));
      return out.raw('}');
    }
    if (value instanceof List<?> list) {
      out.raw('[');
      for (int i = 0; i < list.size(); i++) {
        write(list.get(i), i == 0 ? out : out.raw(','));
      }
      return out.raw(']');
    }
    boolean isNumber = !(value instanceof Double d) || Double.isFinite(d);
    return value instanceof String text
        ? out.string(text)
        : out.raw(isNumber ? String.valueOf(value) : "null");
  }
}
