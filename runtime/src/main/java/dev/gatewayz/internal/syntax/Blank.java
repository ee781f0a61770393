package dev.gatewayz.internal.syntax;

/** What the gateway takes for blank: nothing, or nothing but what Python strips. */
public final class Blank {
  private static final int NEXT_LINE = 0x85;

  private Blank() {}

  /** Whether a text is blank. */
  public static boolean is(String text) {
    int codePoint;
    for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
      codePoint = text.codePointAt(i);
      if (!is(codePoint)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a character is. */
  public static boolean is(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == NEXT_LINE;
  }
}
