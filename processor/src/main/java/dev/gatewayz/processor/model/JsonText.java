package dev.gatewayz.processor.model;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON that a user wrote as text: one value. Used by one thread. */
public final class JsonText {
  private static final int MOST_NESTED = 100;
  private static final Pattern PLAIN =
      Pattern.compile("true|false|null|-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
  private static final Pattern STRING =
      Pattern.compile("\"(?:[^\"\\\\\\x00-\\x1f]++|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*+\"");

  private final String text;
  private final StringBuilder compact = new StringBuilder();
  private int place;
  private int depth;

  private JsonText(String text) {
    this.text = text;
  }

  /** The text without blanks between its parts; empty if it is not JSON. */
  public static Optional<String> compact(String text) {
    JsonText json = new JsonText(text);
    boolean isJson = json.value() && json.place == text.length();
    return isJson ? Optional.of(json.compact.toString()) : Optional.empty();
  }

  private boolean value() {
    blanks();
    boolean isValue =
        switch (next()) {
          case '{' -> nested('{', this::member, '}');
          case '[' -> nested('[', this::value, ']');
          default -> takes(STRING) || takes(PLAIN);
        };
    blanks();
    return isValue;
  }

  private boolean member() {
    blanks();
    boolean isName = takes(STRING);
    blanks();
    return isName && takes(':') && value();
  }

  private boolean nested(char start, BooleanSupplier part, char end) {
    depth++;
    if (depth > MOST_NESTED || !takes(start)) {
      return false;
    }
    blanks();
    if (next() != end) {
      do {
        if (!part.getAsBoolean()) {
          return false;
        }
      } while (takes(','));
    }
    depth--;
    return takes(end);
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
    if (next() != c) {
      return false;
    }
    compact.append(c);
    place++;
    return true;
  }

  private boolean takes(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(place, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    compact.append(matcher.group());
    place = matcher.end();
    return true;
  }
}
