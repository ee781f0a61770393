package dev.gatewayz.testkit.internal.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A JSON value that was read, to be asked without fear: a member or an item that is not there is a
 * value of no kind, and so is everything below it. Immutable.
 */
public final class JsonValue {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** What is asked for where there is nothing. */
  public static final JsonValue ABSENT = new JsonValue(Kind.ABSENT, null);

  /** What a value is. */
  public enum Kind {
    /** A value that is not there. */
    ABSENT,
    /** {@code null}. */
    NULL,
    /** A string. */
    TEXT,
    /** A number. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG,
    /** An array. */
    LIST,
    /** An object. */
    OBJECT
  }

  private final Kind kind;
  private final @Nullable Object value;

  private JsonValue(Kind kind, @Nullable Object value) {
    this.kind = kind;
    this.value = value;
  }

  /** A string. */
  public static JsonValue ofText(String text) {
    return new JsonValue(Kind.TEXT, text);
  }

  /** A number. */
  public static JsonValue ofNumber(Number number) {
    return new JsonValue(Kind.NUMBER, number);
  }

  /** An array. */
  public static JsonValue ofItems(List<JsonValue> items) {
    return new JsonValue(Kind.LIST, List.copyOf(items));
  }

  /** An object, its members in the order of the map. */
  public static JsonValue ofMembers(Map<String, JsonValue> members) {
    return new JsonValue(Kind.OBJECT, Collections.unmodifiableMap(new LinkedHashMap<>(members)));
  }

  /**
   * Reads one JSON document, which must be all there is.
   *
   * @throws IllegalArgumentException if the bytes are no JSON; its message says where they stop
   *     being it
   */
  public static JsonValue parse(byte[] json) {
    return parse(json, false);
  }

  /**
   * The same; fractions are decimal, with as many digits as were written.
   *
   * @throws IllegalArgumentException if the bytes are no JSON
   */
  public static JsonValue parseExact(byte[] json) {
    return parse(json, true);
  }

  private static JsonValue parse(byte[] json, boolean exact) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new IllegalArgumentException("There is nothing to read.");
      }
      JsonValue document = read(parser, first, exact);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("There is more after the document.");
      }
      return document;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static JsonValue read(JsonParser parser, JsonToken token, boolean exact) {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          members.put(name, read(parser, parser.nextToken(), exact));
        }
        yield new JsonValue(Kind.OBJECT, members);
      }
      case START_ARRAY -> {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          items.add(read(parser, next, exact));
        }
        yield new JsonValue(Kind.LIST, items);
      }
      case VALUE_STRING -> new JsonValue(Kind.TEXT, parser.getString());
      case VALUE_NUMBER_INT -> new JsonValue(Kind.NUMBER, parser.getNumberValue());
      case VALUE_NUMBER_FLOAT ->
          new JsonValue(Kind.NUMBER, exact ? parser.getDecimalValue() : parser.getNumberValue());
      case VALUE_TRUE -> new JsonValue(Kind.FLAG, true);
      case VALUE_FALSE -> new JsonValue(Kind.FLAG, false);
      case VALUE_NULL -> new JsonValue(Kind.NULL, null);
      default -> throw new IllegalArgumentException("Unexpected " + token);
    };
  }

  /** What this value is. */
  public Kind kind() {
    return kind;
  }

  /** Whether there is a value, {@code null} not counted. */
  public boolean isPresent() {
    return kind != Kind.ABSENT && kind != Kind.NULL;
  }

  /** The member of that name, or {@link #ABSENT}. */
  public JsonValue get(String name) {
    return members().getOrDefault(name, ABSENT);
  }

  /**
   * The value that a JSON pointer (RFC 6901) leads to, or {@link #ABSENT}.
   *
   * @throws IllegalArgumentException if it is neither empty nor begins with a slash
   */
  public JsonValue at(String pointer) {
    if (pointer.isEmpty()) {
      return this;
    }
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException(
          "The JSON pointer \"" + pointer + "\" does not begin with a slash.");
    }
    JsonValue value = this;
    for (String step : pointer.substring(1).split("/", -1)) {
      value = value.child(step.replace("~1", "/").replace("~0", "~"));
    }
    return value;
  }

  private JsonValue child(String step) {
    if (kind != Kind.LIST) {
      return get(step);
    }
    // No sign and no leading zero: one item has one pointer.
    boolean isIndex = step.matches("0|[1-9][0-9]{0,8}");
    int index = isIndex ? Integer.parseInt(step) : Integer.MAX_VALUE;
    return index < items().size() ? items().get(index) : ABSENT;
  }

  /** The members of an object in their order; none of anything else. */
  @SuppressWarnings("unchecked")
  public Map<String, JsonValue> members() {
    return kind == Kind.OBJECT && value != null ? (Map<String, JsonValue>) value : Map.of();
  }

  /** The items of an array; none of anything else. */
  @SuppressWarnings("unchecked")
  public List<JsonValue> items() {
    return kind == Kind.LIST && value != null ? (List<JsonValue>) value : List.of();
  }

  /** The text of a string. */
  public Optional<String> text() {
    return value instanceof String text ? Optional.of(text) : Optional.empty();
  }

  /** The value of a number. */
  public Optional<Number> number() {
    return value instanceof Number number ? Optional.of(number) : Optional.empty();
  }

  /**
   * The value as one of the JDK's: a string, number or boolean, a list or a map of these, in which
   * {@code null} stands for itself. Empty if there is none, or it is {@code null}.
   */
  public Optional<Object> plain() {
    return Optional.ofNullable(plain(this));
  }

  private static @Nullable Object plain(JsonValue json) {
    return switch (json.kind) {
      case OBJECT -> {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        json.members().forEach((name, member) -> members.put(name, plain(member)));
        yield Collections.unmodifiableMap(members);
      }
      case LIST -> {
        List<@Nullable Object> items = new ArrayList<>();
        json.items().forEach(item -> items.add(plain(item)));
        yield Collections.unmodifiableList(items);
      }
      default -> json.value;
    };
  }

  /** Whether this is the boolean {@code true}. */
  public boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }
}
