package dev.gatewayz.eval.internal.report;

/** Text of a page. What comes from cases and models is hostile, and is text only. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Adds markup of this program. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** Adds any text. */
  Html text(String text) {
    out.append(escaped(text));
    return this;
  }

  /** Adds an element with text. */
  Html element(String tag, String text) {
    int end = tag.indexOf(' ');
    return markup("<" + tag + ">")
        .text(text)
        .markup("</" + (end < 0 ? tag : tag.substring(0, end)) + ">");
  }

  /** Text between tags and in quoted attributes. */
  static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> safe.append("&amp;");
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '"' -> safe.append("&quot;");
        case '\'' -> safe.append("&#39;");
        default -> safe.append(isShown(text, i) ? c : '\uFFFD');
      }
    }
    return safe.toString();
  }

  /** Control characters and halves of surrogate pairs are not. */
  private static boolean isShown(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c == '\n' || c == '\t' || c == '\r' || !Character.isISOControl(c);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
