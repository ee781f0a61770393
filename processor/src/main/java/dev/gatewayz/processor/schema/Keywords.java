package dev.gatewayz.processor.schema;

import dev.gatewayz.internal.binding.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A schema that is being put together: types or alternatives, and keywords in their order. */
final class Keywords {
  private static final String NULL = "null";

  private final List<String> types = new ArrayList<>();
  private final List<Keywords> alternatives = new ArrayList<>();
  private final Map<String, String> others = new LinkedHashMap<>();

  /** A schema that says nothing yet. */
  Keywords() {}

  /** Values of a type of JSON. */
  static Keywords ofType(String type) {
    Keywords schema = new Keywords();
    schema.types.add(type);
    return schema;
  }

  /** What one of several schemas takes. */
  static Keywords anyOf(List<Keywords> alternatives) {
    Keywords schema = new Keywords();
    schema.alternatives.addAll(alternatives);
    return schema;
  }

  /** Sets a keyword to a text. */
  Keywords text(String keyword, String text) {
    return json(keyword, Json.string(text));
  }

  /** Sets a keyword to JSON. */
  Keywords json(String keyword, String json) {
    others.put(keyword, json);
    return this;
  }

  /** Sets a keyword to a list of texts. */
  Keywords texts(String keyword, List<String> texts) {
    return json(keyword, array(texts.stream().map(Json::string).toList()));
  }

  boolean has(String keyword) {
    return others.containsKey(keyword);
  }

  /** The same schema, or {@code null}. */
  Keywords orNull() {
    if (!types.isEmpty() && !has("enum") && !has("properties")) {
      types.add(NULL);
      return this;
    }
    String description = others.remove("description");
    boolean isChoice = !alternatives.isEmpty() && others.isEmpty();
    List<Keywords> options = new ArrayList<>(isChoice ? alternatives : List.of(this));
    options.add(ofType(NULL));
    Keywords either = anyOf(options);
    return description == null ? either : either.json("description", description);
  }

  private static String array(List<String> elements) {
    return "[" + String.join(",", elements) + "]";
  }

  @Override
  public String toString() {
    StringJoiner members = new StringJoiner(",", "{", "}");
    if (!types.isEmpty()) {
      List<String> names = types.stream().map(Json::string).toList();
      members.add("\"type\":" + (names.size() == 1 ? names.get(0) : array(names)));
    }
    if (!alternatives.isEmpty()) {
      members.add("\"anyOf\":" + array(alternatives.stream().map(Keywords::toString).toList()));
    }
    others.forEach((keyword, value) -> members.add(Json.string(keyword) + ":" + value));
    return members.toString();
  }
}
