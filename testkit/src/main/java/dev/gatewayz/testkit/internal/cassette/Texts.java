package dev.gatewayz.testkit.internal.cassette;

import dev.gatewayz.testkit.internal.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** The values of a JSON document by the JSON pointers (RFC 6901) that lead to them. */
final class Texts {
  private Texts() {}

  /** Calls for each value that has no values in it. */
  static void visit(JsonValue value, BiConsumer<String, JsonValue> visitor) {
    visit("", value, visitor);
  }

  private static void visit(
      String pointer, JsonValue value, BiConsumer<String, JsonValue> visitor) {
    if (!value.members().isEmpty()) {
      value.members().forEach((name, member) -> visit(step(pointer, name), member, visitor));
    } else if (!value.items().isEmpty()) {
      for (int i = 0; i < value.items().size(); i++) {
        visit(step(pointer, Integer.toString(i)), value.items().get(i), visitor);
      }
    } else {
      visitor.accept(pointer, value);
    }
  }

  /** The document with each value that has no values in it replaced. */
  static JsonValue map(JsonValue value, BiFunction<String, JsonValue, JsonValue> change) {
    return map("", value, change);
  }

  private static JsonValue map(
      String pointer, JsonValue value, BiFunction<String, JsonValue, JsonValue> change) {
    if (!value.members().isEmpty()) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      value
          .members()
          .forEach((name, member) -> members.put(name, map(step(pointer, name), member, change)));
      return JsonValue.ofMembers(members);
    }
    if (!value.items().isEmpty()) {
      List<JsonValue> items = new ArrayList<>();
      for (JsonValue item : value.items()) {
        items.add(map(step(pointer, Integer.toString(items.size())), item, change));
      }
      return JsonValue.ofItems(items);
    }
    return change.apply(pointer, value);
  }

  private static String step(String pointer, String name) {
    return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}
