package dev.gatewayz.internal.binding;

/** Writes JSON while code is generated. */
public final class Json {
  private static final String HEX = "0123456789abcdef";

  private Json() {}

  /** A text with its quotes. */
  public static String string(String text) {
    return '"' + escape(text) + '"';
  }

  /**
   * The inside of a text: what JSON demands is escaped. A surrogate without its partner, which
   * strict servers refuse, becomes U+FFFD, as in text that is known at run time only.
   */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < 0x20) {
            unicode(c, out);
          } else if (isLone(text, i)) {
            out.append('\ufffd');
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  /** A number in the shortest form: without a fraction if it has none. */
  public static String number(Number number) {
    double value = number.doubleValue();
    boolean isWhole = number instanceof Long || number instanceof Integer;
    return isWhole || value != Math.rint(value) || Math.abs(value) > 1e9
        ? number.toString()
        : Long.toString((long) value);
  }

  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static void unicode(char c, StringBuilder out) {
    out.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt((c >> shift) & 0xf));
    }
  }
}
