package dev.gatewayz.internal.json;

/**
 * An escape sequence in a text of JSON, as in {@code \n} or {@code \u00e9}, whose characters come
 * one by one. Not thread-safe.
 */
final class TextEscapes {

  /** What a character makes of the sequence. */
  enum Progress {
    /** More belongs to it. */
    OPEN,
    /** It is whole. */
    WHOLE,
    /** It is none. */
    NONE
  }

  private static final String SHORT = "\"\\/bfnrt";
  private static final String MEANING = "\"\\/\b\f\n\r\t";

  private boolean isOpen;

  /** Digits that are still to come; 0 before the character that tells the kind. */
  private int digits;

  private int code;

  boolean areOpen() {
    return isOpen;
  }

  /** A backslash has come. */
  void open() {
    isOpen = true;
    digits = 0;
    code = 0;
  }

  void close() {
    isOpen = false;
  }

  Progress add(char c) {
    if (digits == 0) {
      return kind(c);
    }
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      isOpen = false;
      return Progress.NONE;
    }
    code = code << 4 | digit;
    digits--;
    isOpen = digits > 0;
    return isOpen ? Progress.OPEN : Progress.WHOLE;
  }

  private Progress kind(char c) {
    if (c == 'u') {
      digits = 4;
      return Progress.OPEN;
    }
    isOpen = false;
    int place = SHORT.indexOf(c);
    if (place < 0) {
      return Progress.NONE;
    }
    code = MEANING.charAt(place);
    return Progress.WHOLE;
  }

  /** The character that the sequence stands for. */
  String decoded() {
    return String.valueOf((char) code);
  }
}
