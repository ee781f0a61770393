package dev.gatewayz.processor.schema;

import dev.gatewayz.processor.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A schema that is being put together: keywords in their order. */
final class Keywords {
  private final Map<String, String> all = new LinkedHashMap<>();

  /** Sets a keyword to a text. */
  Keywords text(String keyword, String text) {
    return json(keyword, Json.string(text));
  }

  /** Sets a keyword to JSON. */
  Keywords json(String keyword, String json) {
    all.put(keyword, json);
    return this;
  }

  /** Sets a keyword to a list of texts. */
  Keywords texts(String keyword, List<String> texts) {
    return json(keyword, array(texts.stream().map(Json::string).toList()));
  }

  /** Adds keywords that are written already. */
  Keywords written(String members) {
    if (!members.isEmpty()) {
      int colon = members.indexOf(':');
      json(members.substring(1, colon - 1), members.substring(colon + 1));
    }
    return this;
  }

  boolean has(String keyword) {
    return all.containsKey(keyword);
  }

  /** The same schema, or {@code null}. */
  Keywords orNull() {
    String type = all.get("type");
    if (type != null && !has("enum") && !has("properties")) {
      return json("type", "[" + type + ",\"null\"]");
    }
    Keywords either = new Keywords();
    String description = all.remove("description");
    List<String> options =
        has("anyOf") && all.size() == 1
            ? List.of(inside(all.getOrDefault("anyOf", "[]")), NULL)
            : List.of(toString(), NULL);
    either.json("anyOf", array(options));
    if (description != null) {
      either.json("description", description);
    }
    return either;
  }

  private static final String NULL = "{\"type\":\"null\"}";

  private static String inside(String array) {
    return array.substring(1, array.length() - 1);
  }

  static String array(List<String> elements) {
    return "[" + String.join(",", elements) + "]";
  }

  @Override
  public String toString() {
    StringJoiner members = new StringJoiner(",", "{", "}");
    all.forEach((keyword, value) -> members.add(Json.string(keyword) + ":" + value));
    return members.toString();
  }
}
