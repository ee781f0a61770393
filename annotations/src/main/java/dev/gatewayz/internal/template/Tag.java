package dev.gatewayz.internal.template;

/**
 * A tag as it is written, before it means anything.
 *
 * @param sigil the character that tells its kind; {@code &} for a variable
 * @param content what is between the sigil and the end, stripped
 * @param span from the first delimiter to the last
 */
record Tag(char sigil, String content, Span span) {
  static final char VARIABLE = '&';

  /** Whether a line that holds nothing but this tag leaves no line behind. */
  boolean canStandAlone() {
    return sigil != VARIABLE;
  }
}
