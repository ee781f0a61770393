package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The smallest document that fits a JSON Schema of the kind structured answers use: objects with
 * all their properties, arrays, enumerations, unions, references within the document.
 */
final class SchemaExample {
  private static final int DEEPEST = 16;

  private final JsonValue root;
  private final List<String> words;
  private int wordsUsed;

  /**
   * An example.
   *
   * @param root the schema
   * @param words what to put where any text will do
   */
  SchemaExample(JsonValue root, List<String> words) {
    this.root = root;
    this.words = words;
  }

  @Override
  public String toString() {
    Object example = example(root, 0);
    return example instanceof JsonObject object
        ? object.toString()
        : new JsonObject().put("value", example).toString();
  }

  private @Nullable Object example(JsonValue schema, int depth) {
    JsonValue constant = schema.get("const");
    if (constant.isPresent()) {
      return plain(constant);
    }
    List<JsonValue> values = schema.get("enum").items();
    if (!values.isEmpty()) {
      return plain(values.get(0));
    }
    Optional<String> reference = schema.get("$ref").text();
    if (reference.isPresent()) {
      return depth > DEEPEST ? null : example(resolve(reference.get()), depth + 1);
    }
    List<JsonValue> options = new ArrayList<>(schema.get("anyOf").items());
    options.addAll(schema.get("oneOf").items());
    if (!options.isEmpty()) {
      return example(
          depth > DEEPEST / 2 ? options.get(options.size() - 1) : options.get(0), depth + 1);
    }
    return ofType(schema, depth);
  }

  private @Nullable Object ofType(JsonValue schema, int depth) {
    return switch (type(schema)) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "integer", "number" -> number(schema);
      case "boolean" -> true;
      case "null" -> null;
      default -> text(schema);
    };
  }

  /** The type, the first of several that is not null; an object where only properties are told. */
  private static String type(JsonValue schema) {
    JsonValue type = schema.get("type");
    String fallback = schema.get("properties").isPresent() ? "object" : "string";
    return type.text()
        .or(
            () ->
                type.items().stream()
                    .flatMap(item -> item.text().stream())
                    .filter(name -> !name.equals("null"))
                    .findFirst())
        .orElse(fallback);
  }

  private JsonObject object(JsonValue schema, int depth) {
    JsonObject object = new JsonObject();
    for (Map.Entry<String, JsonValue> property : schema.get("properties").members().entrySet()) {
      object.put(property.getKey(), example(property.getValue(), depth + 1));
    }
    return object;
  }

  private List<@Nullable Object> array(JsonValue schema, int depth) {
    int size = schema.get("minItems").number().map(Number::intValue).orElse(1);
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = 0; i < size && depth <= DEEPEST / 2; i++) {
      items.add(example(schema.get("items"), depth + 1));
    }
    return items;
  }

  private static Object number(JsonValue schema) {
    return schema
        .get("minimum")
        .number()
        .or(() -> schema.get("maximum").number())
        .map(bound -> (Object) bound)
        .orElse(1);
  }

  private String text(JsonValue schema) {
    return switch (schema.get("format").text().orElse("").toLowerCase(Locale.ROOT)) {
      case "date-time" -> "2026-09-21T12:26:40Z";
      case "date" -> "2026-09-21";
      case "time" -> "12:26:40Z";
      case "duration" -> "PT1M";
      case "email" -> "mock@example.com";
      case "hostname" -> "example.com";
      case "ipv4" -> "192.0.2.1";
      case "ipv6" -> "2001:db8::1";
      case "uuid" -> "6b0c0000-0000-4000-8000-000000000001";
      default -> words.isEmpty() ? "text" : words.get(wordsUsed++ % words.size());
    };
  }

  private JsonValue resolve(String reference) {
    JsonValue target = root;
    for (String name : reference.replaceFirst("^#/?", "").split("/", -1)) {
      target = name.isEmpty() ? target : target.get(name);
    }
    return target;
  }

  private static @Nullable Object plain(JsonValue value) {
    return value
        .text()
        .map(text -> (Object) text)
        .or(value::number)
        .orElseGet(() -> value.kind() == JsonValue.Kind.FLAG ? value.isTrue() : null);
  }
}
