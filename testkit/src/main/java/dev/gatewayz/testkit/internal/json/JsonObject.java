package dev.gatewayz.testkit.internal.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON object to be written, its members in the order they were put.
 *
 * <p>A value is a string, a number, a boolean, {@code null}, another {@code JsonObject}, or a
 * collection of these. Not thread-safe.
 */
public final class JsonObject {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

  /** Adds a member, or replaces the one of that name in its place. */
  public JsonObject put(String name, @Nullable Object value) {
    members.put(name, value);
    return this;
  }

  /** The object as UTF-8. */
  public byte[] toBytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      write(generator, this);
    }
    return text.toString();
  }

  private static void write(JsonGenerator generator, @Nullable Object value) {
    if (value == null) {
      generator.writeNull();
    } else if (value instanceof String text) {
      generator.writeString(text);
    } else if (value instanceof Boolean flag) {
      generator.writeBoolean(flag);
    } else if (value instanceof Number number) {
      generator.writeNumber(new BigDecimal(number.toString()));
    } else if (value instanceof JsonObject object) {
      generator.writeStartObject();
      object.members.forEach(
          (name, member) -> {
            generator.writeName(name);
            write(generator, member);
          });
      generator.writeEndObject();
    } else if (value instanceof Iterable<?> items) {
      generator.writeStartArray();
      items.forEach(item -> write(generator, item));
      generator.writeEndArray();
    } else {
      throw new IllegalArgumentException("No JSON form for " + value.getClass());
    }
  }
}
