package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.Json;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as models write it, rewritten as JSON without white space. Beside what JSON allows
 * it takes comments, a comma behind the last element, names without quotes, single and typographic
 * quotes, line breaks and other control characters in text, and the words of Python. All of these
 * can mean one thing only; whatever else is no JSON remains none. Used by one thread.
 */
final class LooseJson {
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");

  private static final Map<String, String> WORDS =
      Map.of(
          "true", "true", "false", "false", "null", "null", "True", "true", "False", "false",
          "None", "null");

  /** Longer than any word. */
  private static final int MAX_WORD = 6;

  private final String text;
  private final Matcher numbers;
  private final StringBuilder json = new StringBuilder();
  private int at;

  LooseJson(String text) {
    this.text = text;
    numbers = NUMBER.matcher(text);
  }

  /** Rewrites the value that begins at {@code from}; returns whether there is a whole one. */
  boolean read(int from) {
    json.setLength(0);
    at = from;
    return value(0);
  }

  /** Where the value that was read last ends. */
  int end() {
    return at;
  }

  /** The value that was read last. */
  String json() {
    return json.toString();
  }

  /**
   * What was tried last and is no whole value: no JSON either, and wrong at the same place. What
   * follows that place is left as it is.
   *
   * @param end where the text ends that shall be shown
   */
  String broken(int end) {
    // The space keeps apart what stood apart: 1 2 is no number.
    return json + " " + text.substring(at, Math.max(at, end));
  }

  private boolean value(int depth) {
    if (at == text.length()) {
      return false;
    }
    char c = text.charAt(at);
    if (c == '{' || c == '[') {
      if (depth == Json.MAX_DEPTH) {
        return false;
      }
      return c == '{' ? object(depth) : array(depth);
    }
    if (isQuote(c)) {
      return string();
    }
    boolean isNumber = c == '-' || (c >= '0' && c <= '9');
    return isNumber ? number() : word();
  }

  private boolean object(int depth) {
    json.append('{');
    at++;
    while (gap() && !is('}')) {
      boolean isMember = name() && gap() && copy(':') && gap() && value(depth + 1) && gap();
      if (!isMember || !(copy(',') || is('}'))) {
        return false;
      }
    }
    return close('}');
  }

  private boolean array(int depth) {
    json.append('[');
    at++;
    while (gap() && !is(']')) {
      boolean isElement = value(depth + 1) && gap();
      if (!isElement || !(copy(',') || is(']'))) {
        return false;
      }
    }
    return close(']');
  }

  private boolean close(char bracket) {
    if (!is(bracket)) {
      return false;
    }
    int last = json.length() - 1;
    if (json.charAt(last) == ',') {
      json.setLength(last);
    }
    return copy(bracket);
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean copy(char c) {
    if (!is(c)) {
      return false;
    }
    json.append(c);
    at++;
    return true;
  }

  /** Goes behind white space and comments; returns whether there is more. */
  private boolean gap() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isSpace(c)) {
        at++;
      } else if (c == '#' || text.startsWith("//", at)) {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
          at++;
        }
      } else if (text.startsWith("/*", at)) {
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
          return false;
        }
        at = end + 2;
      } else {
        return true;
      }
    }
    return false;
  }

  private boolean name() {
    if (isQuote(text.charAt(at))) {
      return string();
    }
    int start = at;
    while (at < text.length() && isPartOfName(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      return false;
    }
    json.append('"').append(text, start, at).append('"');
    return true;
  }

  private boolean string() {
    char open = text.charAt(at++);
    json.append('"');
    int copied = at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (closes(open, c)) {
        json.append(text, copied, at++).append('"');
        return true;
      }
      if (c == '\\') {
        int size = escapeSize();
        if (size == 0) {
          break;
        }
        if (text.charAt(at + 1) == '\'') {
          json.append(text, copied, at);
          copied = at + 1;
        }
        at += size;
      } else if (c < ' ' || c == '"') {
        json.append(text, copied, at++).append(escape(c));
        copied = at;
      } else {
        at++;
      }
    }
    json.append(text, copied, at);
    return false;
  }

  /** How many characters the escape has that begins here; 0 if it is none. */
  private int escapeSize() {
    char c = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    if (c != 'u') {
      return "\"\\/bfnrt'".indexOf(c) < 0 ? 0 : 2;
    }
    if (at + 6 > text.length()) {
      return 0;
    }
    for (int i = at + 2; i < at + 6; i++) {
      if (text.charAt(i) >= 0x80 || Character.digit(text.charAt(i), 16) < 0) {
        return 0;
      }
    }
    return 6;
  }

  private static String escape(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format("\\u%04x", (int) c);
    };
  }

  private boolean number() {
    if (!numbers.region(at, text.length()).lookingAt()) {
      return false;
    }
    json.append(text, at, numbers.end());
    at = numbers.end();
    return true;
  }

  private boolean word() {
    int end = at;
    while (end < text.length() && end - at < MAX_WORD && isPartOfName(text.charAt(end))) {
      end++;
    }
    @Nullable String word = WORDS.get(text.substring(at, end));
    if (word == null) {
      return false;
    }
    json.append(word);
    at = end;
    return true;
  }

  /** Whether text may begin with that quote. */
  static boolean isQuote(char c) {
    return closes(c, c);
  }

  private static boolean closes(char open, char c) {
    return switch (open) {
      case '"', '\'' -> c == open;
      case '“', '”', '„' -> c == '“' || c == '”' || c == '„';
      case '‘', '’', '‚' -> c == '‘' || c == '’' || c == '‚';
      default -> false;
    };
  }

  private static boolean isPartOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '-';
  }

  /** White space of any kind, with the marks of byte order and of joints, which cannot be seen. */
  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u200b';
  }
}
