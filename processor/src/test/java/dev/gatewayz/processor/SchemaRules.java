package dev.gatewayz.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of strict mode, as documentation of structured outputs states them. */
final class SchemaRules {
  private static final Set<String> KEYWORDS =
      Set.of(
          "type",
          "properties",
          "required",
          "additionalProperties",
          "description",
          "enum",
          "const",
          "anyOf",
          "items",
          "format",
          "pattern",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "$ref",
          "$defs");
  private static final Set<String> FORMATS =
      Set.of("date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid");

  private final Map<String, Object> root;
  private final List<String> violations = new ArrayList<>();

  private SchemaRules(Map<String, Object> root) {
    this.root = root;
  }

  /** What breaks the rules; nothing as a rule. */
  static List<String> violations(String schema) {
    SchemaRules rules = new SchemaRules(JsonTree.object(JsonTree.parse(schema)));
    rules.check();
    return rules.violations;
  }

  private void check() {
    rule("object".equals(root.get("type")), "the root is an object");
    rule(!root.containsKey("anyOf"), "the root is no union");
    schema(root, 0);
    if (root.get("$defs") != null) {
      JsonTree.object(root.get("$defs"))
          .forEach(
              (name, schema) -> {
                rule(name.matches("[A-Za-z0-9_-]{1,64}"), "the name " + name);
                schema(schema, 0);
              });
    }
  }

  private void rule(boolean holds, String what) {
    if (!holds) {
      violations.add("not so: " + what);
    }
  }

  private void schema(Object value, int depth) {
    Map<String, Object> schema = JsonTree.object(value);
    rule(depth <= 10, "at most ten levels");
    for (String keyword : schema.keySet()) {
      rule(KEYWORDS.contains(keyword), "strict mode knows " + keyword);
    }
    rule(schema == root || !schema.containsKey("$defs"), "definitions stand at the root");
    if (schema.get("$ref") instanceof String ref) {
      rule(schema.size() == 1, "a reference stands alone");
      rule(ref.startsWith("#/$defs/"), "references lead to definitions");
      Object definitions = root.get("$defs");
      rule(
          definitions != null && JsonTree.object(definitions).containsKey(ref.substring(8)),
          "there is " + ref);
    }
    if (schema.get("format") instanceof String format) {
      rule(FORMATS.contains(format), "the format " + format);
    }
    if (schema.get("properties") != null) {
      object(schema, depth);
    } else {
      rule(
          schema.containsKey("type") || schema.containsKey("anyOf") || schema.containsKey("$ref"),
          "every schema says what it is");
    }
    if (schema.get("items") != null) {
      schema(schema.get("items"), depth);
    }
    if (schema.get("anyOf") != null) {
      JsonTree.list(schema.get("anyOf")).forEach(option -> schema(option, depth));
    }
  }

  private void object(Map<String, Object> schema, int depth) {
    Map<String, Object> properties = JsonTree.object(schema.get("properties"));
    rule(
        List.copyOf(properties.keySet()).equals(schema.get("required")),
        "every property is required, in order");
    rule(Boolean.FALSE.equals(schema.get("additionalProperties")), "there are no others");
    rule(new HashSet<>(properties.keySet()).size() == properties.size(), "names are distinct");
    properties.values().forEach(property -> schema(property, depth + 1));
  }
}
