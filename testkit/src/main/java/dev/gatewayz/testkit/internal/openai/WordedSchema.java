package dev.gatewayz.testkit.internal.openai;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schema of an answer whose type the client tells in words, in the notation of TypeScript, as
 * it does where a model does not get to see a schema.
 */
final class WordedSchema {
  private static final Pattern DEMAND =
      Pattern.compile("Answer with one JSON object of this type[^\n]*\n\n");
  private static final Pattern TOKEN =
      Pattern.compile("//[^\n]*|\"(?:[^\"\\\\]|\\\\.)*\"|[\\w$]+|[{}\\[\\]():,|=]");
  private static final String END = "";

  private static final Pattern EXAMPLE =
      Pattern.compile("(?:UUID|date|time|month|day|duration|period|offset|URI)[^,]*, as (\\S+)$");
  private static final Pattern LEAST =
      Pattern.compile("a number (?:from|of at least|above) (-?[\\d.]+)");
  private static final Pattern MOST = Pattern.compile("a number (?:of at most|below) (-?[\\d.]+)");
  private static final Pattern SIZE =
      Pattern.compile("(?:// |: )(?:exactly |at least )?(\\d+)(?: to \\d+)? elements?$");

  private final List<String> tokens;
  private int at;

  private WordedSchema(String text) {
    tokens = TOKEN.matcher(text).results().map(result -> result.group()).toList();
  }

  /** The schema that a system message tells in words, if it does. */
  static Optional<JsonValue> of(String system) {
    Matcher demand = DEMAND.matcher(system);
    if (!demand.find()) {
      return Optional.empty();
    }
    JsonObject schema = new WordedSchema(system.substring(demand.end())).document();
    return Optional.of(JsonValue.parse(schema.toBytes()));
  }

  private JsonObject document() {
    JsonObject root = union(comments());
    JsonObject definitions = new JsonObject();
    while (!peek().equals(END)) {
      String name = next();
      skip("=");
      definitions.put(name, union(List.of()));
    }
    return root.put("$defs", definitions);
  }

  private JsonObject union(List<String> comments) {
    List<JsonObject> types = new ArrayList<>();
    List<String> constants = new ArrayList<>();
    do {
      if (peek().startsWith("\"")) {
        constants.add(text(next()));
      } else {
        types.add(array(comments));
      }
    } while (skip("|"));
    if (!constants.isEmpty()) {
      types.add(0, new JsonObject().put("enum", constants));
    }
    return types.size() == 1 ? types.get(0) : new JsonObject().put("anyOf", types);
  }

  private JsonObject array(List<String> comments) {
    JsonObject type = primary(comments);
    while (skip("[")) {
      skip("]");
      type = new JsonObject().put("type", "array").put("items", type);
      String size = find(SIZE, comments);
      if (size != null) {
        type.put("minItems", Integer.valueOf(size));
      }
    }
    return type;
  }

  private JsonObject primary(List<String> comments) {
    if (skip("(")) {
      JsonObject inner = union(comments);
      skip(")");
      return inner;
    }
    if (skip("{")) {
      return object();
    }
    String name = next();
    return switch (name) {
      case "string" -> string(find(EXAMPLE, comments));
      case "integer", "number" -> number(name, comments);
      case "boolean", "null" -> new JsonObject().put("type", name);
      default -> new JsonObject().put("$ref", "#/$defs/" + name);
    };
  }

  private static JsonObject string(@Nullable String example) {
    return example == null
        ? new JsonObject().put("type", "string")
        : new JsonObject().put("enum", List.of(example));
  }

  private static JsonObject number(String type, List<String> comments) {
    JsonObject number = new JsonObject().put("type", type);
    String least = find(LEAST, comments);
    String most = find(MOST, comments);
    if (least != null) {
      boolean isOpen = find(Pattern.compile("a number (above)"), comments) != null;
      BigDecimal bound = new BigDecimal(least);
      number.put("minimum", isOpen ? bound.add(BigDecimal.ONE) : bound);
    } else if (most != null) {
      number.put("maximum", new BigDecimal(most).subtract(BigDecimal.ONE));
    }
    return number;
  }

  private JsonObject object() {
    JsonObject properties = new JsonObject();
    if (skip("[")) {
      // Names that are data: an object without any is one of these.
      while (!skip("}")) {
        next();
      }
      return new JsonObject().put("type", "object").put("properties", properties);
    }
    while (!skip("}")) {
      List<String> comments = comments();
      String name = text(next());
      skip(":");
      properties.put(name, union(comments));
      skip(",");
    }
    return new JsonObject().put("type", "object").put("properties", properties);
  }

  private List<String> comments() {
    List<String> comments = new ArrayList<>();
    while (peek().startsWith("//")) {
      comments.add(next());
    }
    return comments;
  }

  private static String text(String literal) {
    JsonValue value = JsonValue.parse(literal.getBytes(StandardCharsets.UTF_8));
    return value.text().orElse(literal);
  }

  private static @Nullable String find(Pattern pattern, List<String> comments) {
    for (String comment : comments) {
      Matcher matcher = pattern.matcher(comment);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    return null;
  }

  private String peek() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  private String next() {
    if (at == tokens.size()) {
      throw new IllegalArgumentException("The type of the answer breaks off.");
    }
    return tokens.get(at++);
  }

  private boolean skip(String token) {
    boolean isThere = peek().equals(token);
    at += isThere ? 1 : 0;
    return isThere;
  }
}
