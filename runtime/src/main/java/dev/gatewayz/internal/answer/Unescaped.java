package dev.gatewayz.internal.answer;

import java.util.Arrays;

/**
 * A text as it was before it was put into JSON strings, however often one was put into another, so
 * that texts can be compared. A character counts for itself with any number of backslashes before
 * it, and a backslash for nothing; that is the same for a text and for all that it is escaped to.
 */
final class Unescaped {
  private final String text;

  /** Where in the escaped text each character begins, and where the last one ends. */
  private final int[] starts;

  private Unescaped(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  /** Unescapes a text, in one pass. */
  static Unescaped of(String escaped) {
    int length = escaped.length();
    StringBuilder text = new StringBuilder(length);
    int[] starts = new int[length + 1];
    int start = 0;
    int at = 0;
    while (at < length) {
      char c = escaped.charAt(at++);
      if (c == '\\') {
        continue;
      }
      boolean isEscaped = at - 1 > start;
      int code = isEscaped && c == 'u' ? hex(escaped, at) : -1;
      if (code >= 0) {
        at += 4;
        c = (char) code;
      } else if (isEscaped) {
        c = meaning(c);
      }
      if (c != '\\') {
        starts[text.length()] = start;
        text.append(c);
        start = at;
      }
    }
    starts[text.length()] = start;
    return new Unescaped(text.toString(), Arrays.copyOf(starts, text.length() + 1));
  }

  /** The text without escapes. */
  String text() {
    return text;
  }

  /** Where in the escaped text the character at that index begins. */
  int start(int index) {
    return starts[index];
  }

  private static char meaning(char escape) {
    return switch (escape) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'b' -> '\b';
      case 'f' -> '\f';
      default -> escape;
    };
  }

  /** The value of the four hexadecimal digits there, -1 if there are none. */
  private static int hex(String text, int at) {
    if (at + 4 > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + 4; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = value << 4 | digit;
    }
    return value;
  }
}
