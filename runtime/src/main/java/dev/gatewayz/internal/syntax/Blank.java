package dev.gatewayz.internal.syntax;

/** What the gateway takes for blank: nothing, or nothing but what Python strips. */
public final class Blank {
  private static final int NEXT_LINE = 0x85;

  private Blank() {}

  /** Whether a text is blank. */
  public static boolean is(String text) {
    return text.codePoints().allMatch(Blank::is);
  }

  /** Whether a character is. */
  public static boolean is(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || codePoint == NEXT_LINE;
  }
}
