package dev.gatewayz.processor;

import dev.gatewayz.internal.binding.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;

/** Documents that fit a schema, at random, and such as nearly do. */
final class SchemaSample {
  private static final int DEEPEST = 6;

  private final Map<String, Object> root;
  private final Random random;

  /** How many mistakes are still to be made. */
  private int mistakes;

  SchemaSample(String schema, Random random) {
    this.root = JsonTree.object(JsonTree.parse(schema));
    this.random = random;
  }

  /** A document that fits. */
  String good() {
    mistakes = 0;
    return value(root, 0);
  }

  /** A document with a mistake in it, as a rule. */
  String bad() {
    mistakes = 1;
    return value(root, 0);
  }

  private boolean errs() {
    if (mistakes > 0 && random.nextInt(6) == 0) {
      mistakes--;
      return true;
    }
    return false;
  }

  private String value(Object node, int depth) {
    Map<String, Object> schema = JsonTree.object(node);
    if (schema.get("$ref") instanceof String ref) {
      return value(JsonTree.object(root.get("$defs")).get(ref.substring(8)), depth);
    }
    if (errs()) {
      return pick(
          "null", "true", "7", "-0.5", "\"x\"", "[]", "{}", "[null]", "99999999999999999999");
    }
    if (schema.get("anyOf") != null) {
      List<Object> options = JsonTree.list(schema.get("anyOf"));
      return value(
          options.get(depth > DEEPEST ? options.size() - 1 : random.nextInt(options.size())),
          depth + 1);
    }
    if (schema.get("const") instanceof String constant) {
      return Json.string(constant);
    }
    if (schema.get("enum") != null) {
      List<Object> constants = JsonTree.list(schema.get("enum"));
      return Json.string((String) constants.get(random.nextInt(constants.size())));
    }
    Object type = schema.get("type");
    if (type instanceof List<?> types) {
      type = depth > DEEPEST || random.nextInt(3) == 0 ? "null" : types.get(0);
    }
    return switch ((String) type) {
      case "object" -> object(schema, depth);
      case "array" -> array(schema, depth);
      case "string" -> text(schema);
      case "integer" -> whole(schema);
      case "number" -> pick("0.5", "-12.25", "1e-3", "3.125", "0.1");
      case "boolean" -> pick("true", "false");
      default -> "null";
    };
  }

  private String object(Map<String, Object> schema, int depth) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, Object> property :
        JsonTree.object(schema.get("properties")).entrySet()) {
      if (!errs()) {
        members.add(Json.string(property.getKey()) + ":" + value(property.getValue(), depth + 1));
      }
    }
    if (!members.isEmpty() && errs()) {
      members.add(members.get(random.nextInt(members.size())));
    }
    return "{" + String.join(pick(",", " , ", ",\n"), members) + "}";
  }

  private String array(Map<String, Object> schema, int depth) {
    int least = ((Number) schema.getOrDefault("minItems", 0)).intValue();
    int most = ((Number) schema.getOrDefault("maxItems", least + 3)).intValue();
    int size = depth > DEEPEST ? least : least + random.nextInt(most - least + 1);
    StringJoiner elements = new StringJoiner(",", "[", "]");
    for (int i = 0; i < size; i++) {
      elements.add(value(schema.get("items"), depth + 1));
    }
    return elements.toString();
  }

  private String text(Map<String, Object> schema) {
    if (schema.get("format") instanceof String format) {
      return switch (format) {
        case "date" -> pick("\"2026-02-28\"", "\"1999-12-31\"");
        case "time" -> "\"12:26:40+01:00\"";
        case "date-time" -> pick("\"2026-09-21T12:26:40Z\"", "\"2026-09-21T12:26:40.125+02:00\"");
        default -> "\"6b0c0000-0000-4000-8000-00000000000" + random.nextInt(10) + "\"";
      };
    }
    return pick("\"\"", "\"a\"", "\"\u00e9\\u0000\\\"\\n\"", "\"```json {]\"", "\"\ud83d\ude00\"");
  }

  private String whole(Map<String, Object> schema) {
    return schema.get("minimum") instanceof Number min
            && schema.get("maximum") instanceof Number max
        ? pick(
            min.toString(),
            max.toString(),
            "7",
            "0",
            "-1".compareTo(min.toString()) == 0 ? "-1" : "1")
        : pick("0", "7", "-9223372036854775808");
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }
}
