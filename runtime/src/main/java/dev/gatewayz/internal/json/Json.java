package dev.gatewayz.internal.json;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** Reads JSON: token by token, or as plain lists and maps where a document is small and rare. */
public final class Json {
  /** How deep a document may be nested. */
  public static final int MAX_DEPTH = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private static final JsonFactory WITH_NAN =
      FACTORY.rebuild().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  private Json() {}

  /** A parser of text, which it does not copy. Close it. */
  public static JsonParser parser(String text) {
    return FACTORY.createParser(ObjectReadContext.empty(), text);
  }

  /** A parser of what text holds from a place on; it copies no more than it reads. Close it. */
  public static JsonParser parser(String text, int from) {
    Reader reader = new StringReader(text);
    try {
      reader.skip(from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FACTORY.createParser(ObjectReadContext.empty(), reader);
  }

  /**
   * A parser of UTF-8 bytes. What is not well-formed among them is U+FFFD, the replacement
   * character: a server that cuts text within a character has still answered. Close it.
   */
  public static JsonParser parser(byte[] bytes, int offset, int length) {
    if (!JsonText.isWellFormed(bytes, offset, offset + length)) {
      return parser(text(bytes, offset, length));
    }
    return FACTORY.createParser(ObjectReadContext.empty(), bytes, offset, length);
  }

  private static String text(byte[] bytes, int offset, int length) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** The same, for servers that write {@code NaN} and {@code Infinity}, as Python does. */
  public static JsonParser lenientParser(byte[] bytes, int offset, int length) {
    return JsonText.isWellFormed(bytes, offset, offset + length)
        ? WITH_NAN.createParser(ObjectReadContext.empty(), bytes, offset, length)
        : WITH_NAN.createParser(ObjectReadContext.empty(), text(bytes, offset, length));
  }

  /**
   * The whole document: {@code Map}, {@code List}, {@code String}, {@code Number}, {@code Boolean}
   * or {@code null}.
   *
   * @throws JacksonException if this is not JSON, or something follows it
   */
  public static @Nullable Object read(byte[] bytes, int offset, int length) {
    return document(parser(bytes, offset, length));
  }

  /** The same, for servers that write {@code NaN} and {@code Infinity}, as Python does. */
  public static @Nullable Object readLenient(byte[] bytes, int offset, int length) {
    return document(lenientParser(bytes, offset, length));
  }

  private static @Nullable Object document(JsonParser from) {
    try (JsonParser parser = from) {
      parser.nextToken();
      Object value = value(parser);
      if (parser.nextToken() != null) {
        throw new StreamReadException(parser, "Text follows the document.");
      }
      return value;
    }
  }

  /** The value whose first token is current. */
  public static @Nullable Object value(JsonParser parser) {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new StreamReadException(parser, "The document is empty.");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  private static Map<String, @Nullable Object> object(JsonParser parser) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static List<@Nullable Object> array(JsonParser parser) {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return elements;
  }
}
