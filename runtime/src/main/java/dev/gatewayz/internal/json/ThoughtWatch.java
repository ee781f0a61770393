package dev.gatewayz.internal.json;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the marks that part thoughts from the answer in text that arrives piece by piece. Keeps no
 * more than the longest mark has. Not thread-safe.
 */
final class ThoughtWatch {
  private static final int LONGEST = 256;

  private final StringBuilder last = new StringBuilder();

  /** Whether a mark that begins thoughts ends with this character, which is the next. */
  boolean begins(char c) {
    return ends(ThoughtPatterns.BEGIN, c);
  }

  /** Whether a mark that ends thoughts, or begins the answer, ends with the next character. */
  boolean ends(char c) {
    return ends(ThoughtPatterns.END, c);
  }

  /** Takes a character in of which it makes no difference whether a mark ends with it. */
  void add(char c) {
    if (last.length() == 2 * LONGEST) {
      last.delete(0, LONGEST);
    }
    last.append(c);
  }

  private boolean ends(Pattern mark, char c) {
    add(c);
    if (c != '>' && c != ']' && c != '\u25b7') {
      return false;
    }
    Matcher matcher = mark.matcher(last);
    while (matcher.find()) {
      if (matcher.end() == last.length()) {
        last.setLength(0);
        return true;
      }
    }
    return false;
  }
}
