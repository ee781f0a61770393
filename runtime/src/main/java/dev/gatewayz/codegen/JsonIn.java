package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.Json;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.json.JsonCopy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/**
 * The JSON of a typed answer, read value by value by generated code. Nothing is invented: what is
 * missing, of another kind, or does not fit is a {@link JsonMismatch} that names the place.
 *
 * <p>A strict reader takes JSON as it must be. A lenient one also takes a number that is written as
 * text, and a constant of an enum in another case.
 */
public final class JsonIn {
  private final JsonParser in;
  private final boolean lenient;

  /** Where the document of this reader stands in a larger one; empty if it is none. */
  private final String prefix;

  /** Reads one value. */
  @FunctionalInterface
  public interface Reader<T> {

    /** Reads the value that is next; {@code null} in the document only if the reader allows it. */
    T read(JsonIn in);
  }

  private JsonIn(JsonParser in, boolean lenient, String prefix) {
    this.in = in;
    this.lenient = lenient;
    this.prefix = prefix;
  }

  /**
   * Reads a whole document.
   *
   * @throws JsonMismatch if it is not JSON, or not what the reader expects
   */
  static <T> T document(String text, boolean lenient, Reader<T> reader) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = Json.parser(bytes, 0, bytes.length)) {
      JsonIn in = new JsonIn(parser, lenient, "");
      parser.nextToken();
      T value = reader.read(in);
      if (parser.nextToken() != null) {
        throw new JsonMismatch("", "nothing after the value", "more text");
      }
      return value;
    } catch (JacksonException e) {
      throw new JsonMismatch("", "JSON", "text that is not JSON: " + e.getOriginalMessage());
    } catch (JsonMismatch e) {
      throw e;
    } catch (RuntimeException e) {
      // A constructor of the user's that has rules of its own.
      throw new JsonMismatch("", "a value that its constructor accepts", String.valueOf(e));
    }
  }

  /** Enters the object that is next. */
  public JsonIn beginObject() {
    if (in.currentToken() != JsonToken.START_OBJECT) {
      throw mismatch("an object");
    }
    return this;
  }

  /** Goes to the next member of the object; returns whether there is one. */
  public boolean nextMember() {
    if (in.nextToken() != JsonToken.PROPERTY_NAME) {
      return false;
    }
    in.nextToken();
    return true;
  }

  /** The name of the member that was just gone to. */
  public String name() {
    return in.currentName();
  }

  /** Skips the value that is next. */
  public void skip() {
    in.skipChildren();
  }

  /** Whether the value that is next is {@code null}; it is read then. */
  public boolean isNull() {
    return in.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Reads a value, or {@code null}. */
  public <T> @Nullable T nullable(Reader<T> reader) {
    return isNull() ? null : reader.read(this);
  }

  /** Reads text. */
  public String string() {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw mismatch("text");
    }
    return in.getString();
  }

  /** Reads {@code true} or {@code false}. */
  public boolean bool() {
    return switch (in.currentToken()) {
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_STRING -> {
        String text = lenient ? in.getString().strip() : "";
        if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
          yield Boolean.parseBoolean(text);
        }
        throw mismatch("true or false");
      }
      default -> throw mismatch("true or false");
    };
  }

  /** Reads a whole number within a range. */
  public long integer(long low, long high) {
    BigDecimal value = number("a whole number");
    try {
      long number = value.longValueExact();
      if (number >= low && number <= high) {
        return number;
      }
    } catch (ArithmeticException e) {
      // Not whole, or beyond any long: said below.
    }
    throw mismatch("a whole number from " + low + " to " + high);
  }

  /** Reads an {@code int}. */
  public int int32() {
    return (int) integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Reads a {@code long}. */
  public long int64() {
    return integer(Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /** Reads a {@code double}. */
  public double float64() {
    double value = number("a number").doubleValue();
    if (Double.isInfinite(value)) {
      throw mismatch("a number that fits a double");
    }
    return value;
  }

  /** Reads a {@code float}. */
  public float float32() {
    float value = number("a number").floatValue();
    if (Float.isInfinite(value)) {
      throw mismatch("a number that fits a float");
    }
    return value;
  }

  /** Reads a number as it is written. */
  public BigDecimal decimal() {
    return number("a number");
  }

  /** Reads a whole number of any size. */
  public BigInteger bigInteger() {
    try {
      return number("a whole number").toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw mismatch("a whole number");
    }
  }

  /**
   * Reads text in a form that a class of the JDK knows.
   *
   * @param expected the form, as in {@code a date}
   */
  public <T> T text(String expected, Function<String, T> parser) {
    if (in.currentToken() != JsonToken.VALUE_STRING) {
      throw mismatch(expected);
    }
    try {
      return parser.apply(in.getString());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw mismatch(expected);
    }
  }

  /**
   * Reads one of several constants.
   *
   * @param names what is written for each of {@code values}, in the same order
   */
  public <T> T oneOf(String[] names, T[] values) {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      String text = in.getString();
      for (int i = 0; i < names.length; i++) {
        if (names[i].equals(text)) {
          return values[i];
        }
      }
      String stripped = text.strip();
      for (int i = 0; lenient && i < names.length; i++) {
        if (names[i].equalsIgnoreCase(stripped)) {
          return values[i];
        }
      }
    }
    throw mismatch("one of " + String.join(", ", names));
  }

  /** Reads an array. */
  public <E> List<E> list(Reader<E> reader) {
    if (in.currentToken() != JsonToken.START_ARRAY) {
      throw mismatch("a list");
    }
    List<E> elements = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      elements.add(reader.read(this));
    }
    return elements;
  }

  /** Reads an array into a set, in the order of the array. */
  public <E> Set<E> set(Reader<E> reader) {
    return new LinkedHashSet<>(list(reader));
  }

  /** Reads an object whose names are data. */
  public <V> Map<String, V> map(Reader<V> reader) {
    beginObject();
    Map<String, V> values = new LinkedHashMap<>();
    while (nextMember()) {
      String name = name();
      values.put(name, reader.read(this));
    }
    return values;
  }

  /**
   * Reads an object of which one member tells the kind.
   *
   * @param discriminator the name of that member
   * @param names what it says for each of {@code readers}, in the same order
   */
  public <T> T union(
      String discriminator, String[] names, List<? extends Reader<? extends T>> readers) {
    beginObject();
    String path = path();
    JsonBytes copy = new JsonBytes(256);
    JsonCopy.value(in, copy);
    byte[] bytes = copy.toByteArray();
    int kind = kind(bytes, discriminator, names, path);
    try (JsonParser parser = Json.parser(bytes, 0, bytes.length)) {
      parser.nextToken();
      return readers.get(kind).read(new JsonIn(parser, lenient, path));
    }
  }

  private int kind(byte[] object, String discriminator, String[] names, String path) {
    Integer[] places = new Integer[names.length];
    for (int i = 0; i < places.length; i++) {
      places[i] = i;
    }
    try (JsonParser parser = Json.parser(object, 0, object.length)) {
      parser.nextToken();
      JsonIn members = new JsonIn(parser, lenient, path);
      while (members.nextMember()) {
        if (members.name().equals(discriminator)) {
          return members.oneOf(names, places);
        }
        members.skip();
      }
    }
    throw new JsonMismatch(
        path + "." + discriminator, "one of " + String.join(", ", names), "nothing");
  }

  /**
   * Passes a member's value on if there was one.
   *
   * @throws JsonMismatch if {@code value} is {@code null}
   */
  public <T> T required(String name, @Nullable T value) {
    if (value == null) {
      String object = path();
      throw new JsonMismatch(object.isEmpty() ? name : object + "." + name, "a value", "nothing");
    }
    return value;
  }

  /**
   * Passes a value on if it meets a constraint.
   *
   * @param name the member that has the value
   * @throws JsonMismatch if {@code holds} is false
   */
  public void check(boolean holds, String name, String expected, @Nullable Object value) {
    if (!holds) {
      String object = path();
      throw new JsonMismatch(
          object.isEmpty() ? name : object + "." + name, expected, String.valueOf(value));
    }
  }

  private BigDecimal number(String expected) {
    JsonToken token = in.currentToken();
    if (token != null && token.isNumeric()) {
      return in.getDecimalValue();
    }
    if (lenient && token == JsonToken.VALUE_STRING) {
      try {
        return new BigDecimal(in.getString().strip());
      } catch (NumberFormatException e) {
        throw mismatch(expected);
      }
    }
    throw mismatch(expected);
  }

  private JsonMismatch mismatch(String expected) {
    return new JsonMismatch(path(), expected, found());
  }

  private String found() {
    JsonToken token = in.currentToken();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "a list";
      case VALUE_STRING -> "the text \"" + shortened(in.getString()) + "\"";
      case VALUE_NULL -> "null";
      default -> shortened(in.getString());
    };
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  /** Where the reader is, as in {@code items[2].name}; empty for the document itself. */
  private String path() {
    StringBuilder path = new StringBuilder();
    append(in.streamReadContext(), path);
    return prefix.isEmpty() || path.isEmpty()
        ? prefix + path
        : path.charAt(0) == '[' ? prefix + path : prefix + "." + path;
  }

  private void append(@Nullable TokenStreamContext context, StringBuilder path) {
    if (context == null || context.inRoot()) {
      return;
    }
    // A context that was just entered has no current member; its parent names it.
    append(context.getParent(), path);
    if (context.inArray() && context.hasCurrentIndex()) {
      path.append('[').append(context.getCurrentIndex()).append(']');
    } else if (context.inObject() && context.currentName() != null) {
      path.append(path.isEmpty() ? "" : ".").append(context.currentName());
    }
  }
}
