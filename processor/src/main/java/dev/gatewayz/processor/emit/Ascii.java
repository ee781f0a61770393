package dev.gatewayz.processor.emit;

/** Writes any text in the characters that every encoding has. */
final class Ascii {
  private static final String HEX = "0123456789abcdef";

  private Ascii() {}

  /** Java source with every other character as a Unicode escape. */
  static String of(String source) {
    StringBuilder out = new StringBuilder(source.length());
    for (int i = 0; i < source.length(); i++) {
      append(source.charAt(i), out);
    }
    return out.toString();
  }

  /** A string literal. */
  static String literal(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\t') {
        out.append("\\t");
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < 0x20) {
        out.append(String.format("\\%03o", (int) c));
      } else {
        append(c, out);
      }
    }
    return out.append('"').toString();
  }

  private static void append(char c, StringBuilder out) {
    if (c < 0x7f) {
      out.append(c);
      return;
    }
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
