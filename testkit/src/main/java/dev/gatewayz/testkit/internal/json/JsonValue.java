package dev.gatewayz.testkit.internal.json;

import java.util.ArrayList;
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

  /**
   * Reads one JSON document, which must be all there is.
   *
   * @throws IllegalArgumentException if the bytes are no JSON; its message says where they stop
   *     being it
   */
  public static JsonValue parse(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        throw new IllegalArgumentException("There is nothing to read.");
      }
      JsonValue document = read(parser, first);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("There is more after the document.");
      }
      return document;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    }
  }

  private static JsonValue read(JsonParser parser, JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          String name = parser.currentName();
          members.put(name, read(parser, parser.nextToken()));
        }
        yield new JsonValue(Kind.OBJECT, members);
      }
      case START_ARRAY -> {
        List<JsonValue> items = new ArrayList<>();
        for (JsonToken next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          items.add(read(parser, next));
        }
        yield new JsonValue(Kind.LIST, items);
      }
      case VALUE_STRING -> new JsonValue(Kind.TEXT, parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new JsonValue(Kind.NUMBER, parser.getNumberValue());
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

  /** Whether this is the boolean {@code true}. */
  public boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }
}
