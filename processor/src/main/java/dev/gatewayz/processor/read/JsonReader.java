package dev.gatewayz.processor.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON to maps, lists, texts, numbers and booleans; {@code null} is left out. Used by one
 * thread.
 */
final class JsonReader {
  private static final int MOST_NESTED = 100;
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]{1,3})?");

  private final String text;
  private int place;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /**
   * The value that a text is.
   *
   * @throws IllegalArgumentException if it is not JSON, and where
   */
  static Optional<Object> read(String text) {
    JsonReader reader = new JsonReader(text);
    Optional<Object> value = reader.value();
    if (reader.place < text.length()) {
      throw reader.unexpected();
    }
    return value;
  }

  private Optional<Object> value() {
    blanks();
    if (++depth > MOST_NESTED) {
      throw unexpected();
    }
    Optional<Object> value =
        switch (next()) {
          case '{' -> Optional.of(object());
          case '[' -> Optional.of(list());
          case '"' -> Optional.of(string());
          case 't' -> word("true", Optional.of(true));
          case 'f' -> word("false", Optional.of(false));
          case 'n' -> word("null", Optional.empty());
          default -> Optional.of(number());
        };
    depth--;
    blanks();
    return value;
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    place++;
    blanks();
    if (next() != '}') {
      do {
        blanks();
        String name = string();
        blanks();
        expect(':');
        value().ifPresent(value -> members.put(name, value));
      } while (takes(','));
    }
    expect('}');
    return members;
  }

  private List<Object> list() {
    List<Object> elements = new ArrayList<>();
    place++;
    blanks();
    if (next() != ']') {
      do {
        value().ifPresent(elements::add);
      } while (takes(','));
    }
    expect(']');
    return elements;
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (next() != '"') {
      char c = next();
      if (c < 0x20) {
        throw unexpected();
      }
      place++;
      out.append(c == '\\' ? escaped() : c);
    }
    place++;
    return out.toString();
  }

  private char escaped() {
    int index = "\"\\/bfnrtu".indexOf(next());
    if (index < 0) {
      throw unexpected();
    }
    place++;
    return index < 8 ? "\"\\/\b\f\n\r\t".charAt(index) : unicode();
  }

  private char unicode() {
    int end = Math.min(place + 4, text.length());
    String hex = text.substring(place, end);
    if (!hex.matches("[0-9a-fA-F]{4}")) {
      throw unexpected();
    }
    place = end;
    return (char) Integer.parseInt(hex, 16);
  }

  private BigDecimal number() {
    Matcher matcher = NUMBER.matcher(text).region(place, text.length());
    if (!matcher.lookingAt()) {
      throw unexpected();
    }
    place = matcher.end();
    return new BigDecimal(matcher.group());
  }

  private Optional<Object> word(String word, Optional<Object> value) {
    if (!text.startsWith(word, place)) {
      throw unexpected();
    }
    place += word.length();
    return value;
  }

  /** The character that is next; 0 at the end. */
  private char next() {
    return place < text.length() ? text.charAt(place) : 0;
  }

  private void blanks() {
    while (place < text.length() && " \t\n\r".indexOf(text.charAt(place)) >= 0) {
      place++;
    }
  }

  private boolean takes(char c) {
    boolean isThere = next() == c;
    place += isThere ? 1 : 0;
    return isThere;
  }

  private void expect(char c) {
    if (!takes(c)) {
      throw unexpected();
    }
  }

  private IllegalArgumentException unexpected() {
    long line = text.substring(0, Math.min(place, text.length())).lines().count();
    return new IllegalArgumentException(
        place >= text.length()
            ? "it breaks off in line " + Math.max(1, line)
            : "it is not JSON in line " + Math.max(1, line));
  }
}
