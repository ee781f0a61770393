package dev.gatewayz.internal.template;

/**
 * The text of a template.
 *
 * @param label what it is to its author, as in {@code template} or {@code prompts/a.mustache}
 * @param text the text
 */
public record Source(String label, String text) {
  private static final int MOST_SHOWN = 40;

  /** The line around {@code span}, with the span marked as far as it is on that line. */
  public Excerpt excerpt(Span span) {
    int lineStart = text.lastIndexOf('\n', span.start() - 1) + 1;
    int lineEnd = text.indexOf('\n', span.start());
    if (lineEnd < 0) {
      lineEnd = text.length();
    }
    int line = 1;
    for (int i = 0; i < lineStart; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    int shownEnd = lineEnd > lineStart && text.charAt(lineEnd - 1) == '\r' ? lineEnd - 1 : lineEnd;
    int column = text.codePointCount(lineStart, span.start()) + 1;
    int length =
        text.codePointCount(span.start(), Math.max(span.start(), Math.min(span.end(), shownEnd)));
    return new Excerpt(label, line, column, text.substring(lineStart, shownEnd), length);
  }

  /** The text of {@code span} in one short line, to quote it. */
  public String quote(Span span) {
    String quoted = text.substring(span.start(), span.end()).strip().replaceAll("\\s+", " ");
    return quoted.length() <= MOST_SHOWN ? quoted : quoted.substring(0, MOST_SHOWN) + "...";
  }
}
