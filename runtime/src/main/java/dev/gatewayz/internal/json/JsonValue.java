package dev.gatewayz.internal.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what {@link Json#read} has read. */
public final class JsonValue {
  private JsonValue() {}

  /** The JSON text of a value. */
  public static String text(@Nullable Object value) {
    JsonBytes out = new JsonBytes(64);
    write(value, out);
    return out.toString();
  }

  /** Writes a map, a list, a text, a number, a boolean or {@code null}. */
  public static void write(@Nullable Object value, JsonBytes out) {
    if (value instanceof Map<?, ?> members) {
      out.raw('{');
      members.forEach(
          (name, member) -> {
            out.name(String.valueOf(name));
            write(member, out);
          });
      out.raw('}');
    } else if (value instanceof List<?> elements) {
      out.raw('[');
      for (int i = 0; i < elements.size(); i++) {
        out.raw(i == 0 ? "" : ",");
        write(elements.get(i), out);
      }
      out.raw(']');
    } else if (value instanceof String text) {
      out.string(text);
    } else {
      out.raw(String.valueOf(value));
    }
  }
}
