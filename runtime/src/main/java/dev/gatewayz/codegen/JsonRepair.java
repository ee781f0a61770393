package dev.gatewayz.codegen;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Finds JSON in what models put around it: a Markdown fence, a sentence before, a remark after; and
 * drops the commas they leave behind the last element. Everything else stays as it is.
 *
 * <p>Each value in braces or brackets is a candidate as a whole. What stands inside of one is none,
 * so that a part of an answer is never taken for the answer.
 */
final class JsonRepair {
  /** Prose has a few brackets of its own; text that has more is no answer. */
  private static final int MAX_CANDIDATES = 16;

  private final String text;
  private int at;

  private JsonRepair(String text) {
    this.text = text;
  }

  /**
   * The values in braces or brackets, in their order and each once; the last may lack its end. The
   * whole text if there are none.
   */
  static Set<String> candidates(String text) {
    JsonRepair repair = new JsonRepair(text);
    Set<String> candidates = new LinkedHashSet<>();
    while (candidates.size() < MAX_CANDIDATES && repair.goToStart()) {
      candidates.add(repair.value());
    }
    return candidates.isEmpty() ? Set.of(text.strip()) : candidates;
  }

  private boolean goToStart() {
    while (at < text.length() && text.charAt(at) != '{' && text.charAt(at) != '[') {
      at++;
    }
    return at < text.length();
  }

  /** The value that begins here, to the bracket that closes it. */
  private String value() {
    StringBuilder value = new StringBuilder(text.length() - at);
    int depth = 0;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        value.append(c);
        string(value);
        continue;
      }
      if (c == '}' || c == ']') {
        dropComma(value);
        depth--;
      } else if (c == '{' || c == '[') {
        depth++;
      }
      value.append(c);
      if (depth == 0) {
        break;
      }
    }
    return value.toString();
  }

  private void string(StringBuilder value) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      value.append(c);
      if (c == '"') {
        return;
      }
      if (c == '\\' && at < text.length()) {
        value.append(text.charAt(at++));
      }
    }
  }

  /** Drops a comma at the end, if an element stands before it. */
  private static void dropComma(StringBuilder value) {
    int comma = lastBefore(value, value.length());
    if (comma < 0 || value.charAt(comma) != ',') {
      return;
    }
    int before = lastBefore(value, comma);
    if (before >= 0 && "[{,:".indexOf(value.charAt(before)) < 0) {
      value.setLength(comma);
    }
  }

  private static int lastBefore(StringBuilder value, int end) {
    int last = end - 1;
    while (last >= 0 && Character.isWhitespace(value.charAt(last))) {
      last--;
    }
    return last;
  }
}
