package dev.gatewayz.codegen;

/**
 * Takes off what models put around JSON: a Markdown fence, a sentence before, a remark after; and
 * the commas they leave behind the last element. Everything else stays as it is.
 */
final class JsonRepair {
  private JsonRepair() {}

  /** The first value in braces or brackets, from its first character to its last. */
  static String extract(String text) {
    int start = start(text);
    if (start < 0) {
      return text.strip();
    }
    StringBuilder value = new StringBuilder(text.length() - start);
    int depth = 0;
    boolean inString = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        value.append(c);
        if (c == '\\' && i + 1 < text.length()) {
          value.append(text.charAt(++i));
        } else if (c == '"') {
          inString = false;
        }
        continue;
      }
      if (c == '}' || c == ']') {
        dropComma(value);
        depth--;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '"') {
        inString = true;
      }
      value.append(c);
      if (depth == 0) {
        break;
      }
    }
    return value.toString();
  }

  private static int start(String text) {
    int brace = text.indexOf('{');
    int bracket = text.indexOf('[');
    return brace < 0 ? bracket : bracket < 0 ? brace : Math.min(brace, bracket);
  }

  private static void dropComma(StringBuilder value) {
    int last = value.length() - 1;
    while (last >= 0 && Character.isWhitespace(value.charAt(last))) {
      last--;
    }
    if (last >= 0 && value.charAt(last) == ',') {
      value.setLength(last);
    }
  }
}
