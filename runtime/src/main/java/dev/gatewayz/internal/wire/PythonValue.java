package dev.gatewayz.internal.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value as Python prints it, which is nearly JSON, or as JSON. What breaks off in the middle, as
 * errors inside errors do, is read as far as it goes.
 */
final class PythonValue {
  private static final int MAX_DEPTH = 32;

  private final String text;
  private int at;

  private PythonValue(String text) {
    this.text = text;
  }

  /** The object that a text begins with, or the first of its list; {@code null} without one. */
  static @Nullable Map<?, ?> object(String text) {
    String inside = text.strip();
    if (!inside.startsWith("{") && !inside.startsWith("[")) {
      return null;
    }
    Object value = new PythonValue(inside).value(0);
    if (value instanceof List<?> list && !list.isEmpty()) {
      value = list.get(0);
    }
    return value instanceof Map<?, ?> map ? map : null;
  }

  private @Nullable Object value(int depth) {
    skipSpace();
    char c = peek();
    if (depth > MAX_DEPTH) {
      at = text.length();
      return null;
    }
    if (c == '{') {
      return object(depth);
    }
    if (c == '[' || c == '(') {
      return list(depth);
    }
    if (c == '\'' || c == '"') {
      return string(c);
    }
    return c == '<' ? ofEnum() : word();
  }

  private Map<String, @Nullable Object> object(int depth) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    at++;
    while (!isAtEndOf('}')) {
      int before = at;
      String name = String.valueOf(value(depth + 1));
      skipSpace();
      if (peek() == ':') {
        at++;
        members.put(name, value(depth + 1));
      }
      skipSeparator(before);
    }
    return members;
  }

  private List<@Nullable Object> list(int depth) {
    List<@Nullable Object> elements = new ArrayList<>();
    char end = peek() == '[' ? ']' : ')';
    at++;
    while (!isAtEndOf(end)) {
      int before = at;
      elements.add(value(depth + 1));
      skipSeparator(before);
    }
    return elements;
  }

  private boolean isAtEndOf(char end) {
    skipSpace();
    if (at < text.length() && text.charAt(at) != end) {
      return false;
    }
    at++;
    return true;
  }

  /** Goes on, whatever stands there. */
  private void skipSeparator(int before) {
    skipSpace();
    if (peek() == ',' || at == before) {
      at++;
    }
  }

  private String string(char quote) {
    StringBuilder content = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      content.append(c == '\\' && at < text.length() ? escaped() : c);
    }
    at++;
    return content.toString();
  }

  private char escaped() {
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit(4);
      case 'x' -> codeUnit(2);
      default -> c;
    };
  }

  private char codeUnit(int digits) {
    try {
      char unit = (char) Integer.parseInt(text.substring(at, at + digits), 16);
      at += digits;
      return unit;
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return '?';
    }
  }

  /** The value of {@code <ErrorCode.X: 'value'>}, or all of it. */
  private @Nullable Object ofEnum() {
    int end = text.indexOf('>', at);
    String whole = text.substring(at, end < 0 ? text.length() : end + 1);
    at += whole.length();
    int value = whole.indexOf(": ");
    return value < 0 ? whole : new PythonValue(whole.substring(value + 2)).value(0);
  }

  private @Nullable Object word() {
    int start = at;
    int open = 0;
    while (at < text.length() && (open > 0 || ",:]})".indexOf(text.charAt(at)) < 0)) {
      char c = text.charAt(at);
      if ((c == '\'' || c == '"') && at == start + 1) {
        // b'…' and its kin.
        return string(c);
      }
      open += c == '(' ? 1 : c == ')' ? -1 : 0;
      at++;
    }
    String word = text.substring(start, at).strip();
    return switch (word) {
      case "None", "null", "" -> null;
      case "True", "true" -> true;
      case "False", "false" -> false;
      default -> number(word);
    };
  }

  private static Object number(String word) {
    try {
      return word.matches("-?\\d{1,18}") ? (Object) Long.valueOf(word) : Double.valueOf(word);
    } catch (NumberFormatException e) {
      return word;
    }
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
