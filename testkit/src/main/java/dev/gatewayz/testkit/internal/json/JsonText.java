package dev.gatewayz.testkit.internal.json;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON as text: compact, or to be read by people. In the readable form each member has a line, and
 * a string of several lines stands between lines of {@code """}, as in Java, without escapes:
 *
 * <pre>
 * {
 *   "content": """
 *     Write a headline for:
 *
 *     Revenue grew.
 *   """,
 *   "role": "user"
 * }
 * </pre>
 */
public final class JsonText {
  private static final String QUOTES = "\"\"\"";
  private static final char FIRST_PRINTABLE = ' ';

  private final StringBuilder out = new StringBuilder();
  private final boolean readable;
  private final boolean sorted;

  private JsonText(boolean readable, boolean sorted) {
    this.readable = readable;
    this.sorted = sorted;
  }

  /** Without any white space, members in their order. */
  public static String compact(JsonValue value) {
    return print(value, false, false);
  }

  /** The readable form, members in their order. */
  public static String readable(JsonValue value) {
    return print(value, true, false);
  }

  /** The readable form, members in the order of their names. */
  public static String canonical(JsonValue value) {
    return print(value, true, true);
  }

  private static String print(JsonValue value, boolean readable, boolean sorted) {
    JsonText text = new JsonText(readable, sorted);
    text.value(value, 0);
    return text.out.toString();
  }

  /**
   * JSON from the readable form.
   *
   * @throws IllegalArgumentException if a string of several lines is not closed
   */
  public static String fromReadable(String text) {
    StringBuilder json = new StringBuilder();
    Iterator<String> lines = List.of(text.split("\n", -1)).iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.endsWith(QUOTES)) {
        json.append(line, 0, line.length() - QUOTES.length());
        int indent = line.length() - line.stripLeading().length();
        json.append(block(lines, indent));
      } else {
        json.append(line);
      }
      json.append('\n');
    }
    return json.toString();
  }

  /** A string of several lines and what follows it on its last line. */
  private static String block(Iterator<String> lines, int indent) {
    String close = " ".repeat(indent) + QUOTES;
    List<String> content = new ArrayList<>();
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith(close)) {
        JsonText string = new JsonText(false, false);
        string.string(String.join("\n", content));
        return string.out + line.substring(close.length());
      }
      content.add(line.substring(Math.min(indent + 2, line.length())));
    }
    throw new IllegalArgumentException("A text that begins with " + QUOTES + " has no end.");
  }

  private void value(JsonValue value, int indent) {
    switch (value.kind()) {
      case OBJECT -> object(value, indent);
      case LIST -> list(value, indent);
      case TEXT -> text(value.text().orElseThrow(), indent);
      case NUMBER -> out.append(value.number().orElseThrow());
      case FLAG -> out.append(value.isTrue());
      case NULL, ABSENT -> out.append("null");
    }
  }

  private void object(JsonValue value, int indent) {
    Map<String, JsonValue> members = sorted ? new TreeMap<>(value.members()) : value.members();
    out.append('{');
    String between = "";
    for (Map.Entry<String, JsonValue> member : members.entrySet()) {
      out.append(between);
      line(indent + 2);
      string(member.getKey());
      out.append(readable ? ": " : ":");
      value(member.getValue(), indent + 2);
      between = ",";
    }
    if (!members.isEmpty()) {
      line(indent);
    }
    out.append('}');
  }

  private void list(JsonValue value, int indent) {
    out.append('[');
    String between = "";
    for (JsonValue item : value.items()) {
      out.append(between);
      line(indent + 2);
      value(item, indent + 2);
      between = ",";
    }
    if (!value.items().isEmpty()) {
      line(indent);
    }
    out.append(']');
  }

  private void line(int indent) {
    if (readable) {
      out.append('\n').append(" ".repeat(indent));
    }
  }

  private void text(String text, int indent) {
    if (!readable || !hasPlainLines(text)) {
      string(text);
      return;
    }
    out.append(QUOTES);
    for (String part : text.split("\n", -1)) {
      out.append('\n').append(part.isEmpty() ? "" : " ".repeat(indent + 2) + part);
    }
    line(indent);
    out.append(QUOTES);
  }

  /** Whether the text has several lines which look the same wherever they are shown. */
  private static boolean hasPlainLines(String text) {
    return text.indexOf('\n') >= 0
        && text.chars().allMatch(c -> c == '\n' || (c >= FIRST_PRINTABLE && isVisible(c)))
        && text.lines().noneMatch(line -> line.endsWith(" "));
  }

  private static boolean isVisible(int c) {
    return !Character.isISOControl(c) && c != '\u2028' && c != '\u2029' && !isSurrogateOrMark(c);
  }

  private static boolean isSurrogateOrMark(int c) {
    return c == '\ufeff' || Character.getType(c) == Character.FORMAT;
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < FIRST_PRINTABLE || !isVisible(c)) {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
