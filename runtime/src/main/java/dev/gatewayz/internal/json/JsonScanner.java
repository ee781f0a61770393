package dev.gatewayz.internal.json;

import org.jspecify.annotations.Nullable;

/**
 * Walks over well-formed JSON in bytes, without creating anything but the texts that are asked for.
 *
 * <p>It reads what servers really send and is strict about it. Whatever it is not sure about makes
 * it throw {@link Unsure}, and the caller turns to a full parser: text that is not well-formed,
 * numbers of more than 18 digits where a number is wanted, names with escapes, and depths that the
 * parser would refuse. So it may be fast, and need not be complete. Not thread-safe.
 */
public final class JsonScanner {
  private static final int MAX_NUMBER = 300;
  private static final int MAX_DECIMAL = 30;
  private static final int MAX_NAME = 1_000;

  /** The scanner gives up; nothing is wrong with the text, as far as it knows. */
  @SuppressWarnings("StaticAssignmentOfThrowable") // Stackless: where it was thrown says nothing.
  public static final class Unsure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The one instance; it has no trace. */
    public static final Unsure INSTANCE = new Unsure();

    private Unsure() {
      super("unsure", null, false, false);
    }
  }

  private byte[] bytes = new byte[0];
  private int at;
  private int end;
  private int depth;
  private int valueStart;
  private int valueEnd;

  /** Begins with the first token of a document. */
  public void reset(byte[] bytes, int offset, int length) {
    this.bytes = bytes;
    at = offset;
    end = offset + length;
    depth = 0;
  }

  /** Whether nothing but white space is left. */
  public boolean isAtEnd() {
    while (at < end && bytes[at] <= ' ' && bytes[at] >= 0) {
      at++;
    }
    return at == end;
  }

  /** Where the last string or number began: the first byte of it, behind the quote of a string. */
  public int valueStart() {
    return valueStart;
  }

  /** Where the last string or number ended: the byte behind its last. */
  public int valueEnd() {
    return valueEnd;
  }

  /** The next byte that is not white space; stays there. */
  public byte peek() {
    while (at < end) {
      byte b = bytes[at];
      if (b > ' ') {
        return b;
      }
      if (b != ' ' && b != '\n' && b != '\r' && b != '\t') {
        throw Unsure.INSTANCE;
      }
      at++;
    }
    throw Unsure.INSTANCE;
  }

  /** Enters an object. */
  public void beginObject() {
    expect('{');
    deeper();
  }

  /**
   * Goes to the next member of an object.
   *
   * @param first whether none has been read
   * @return whether there is one; its value is next, and {@link #isName} tells its name
   */
  public boolean nextMember(boolean first) {
    byte b = peek();
    if (b == '}') {
      at++;
      depth--;
      return false;
    }
    if (!first) {
      expect(',');
    }
    expect('"');
    valueStart = at;
    int close = Bytes.endOfPlain(bytes, at, end);
    if (close >= end || bytes[close] != '"' || close - at > MAX_NAME) {
      throw Unsure.INSTANCE;
    }
    valueEnd = close;
    at = close + 1;
    expect(':');
    return true;
  }

  /** Enters an array. */
  public void beginArray() {
    expect('[');
    deeper();
  }

  /**
   * Goes to the next element of an array.
   *
   * @param first whether none has been read
   * @return whether there is one
   */
  public boolean nextElement(boolean first) {
    if (peek() == ']') {
      at++;
      depth--;
      return false;
    }
    if (!first) {
      expect(',');
    }
    return true;
  }

  /** Whether the member that was just gone to has that ASCII name. */
  public boolean isName(String name) {
    if (valueEnd - valueStart != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[valueStart + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Reads a string, or skips a value that is none; {@code null} then. */
  public @Nullable String stringOrSkip() {
    if (peek() != '"') {
      skip();
      return null;
    }
    skipString();
    return JsonText.read(bytes, valueStart, valueEnd);
  }

  /** The same, for a value that is likely to be the {@code last} one again. */
  public @Nullable String stringOrSkip(RecentText last) {
    if (peek() != '"') {
      skip();
      return null;
    }
    skipString();
    return last.of(bytes, valueStart, valueEnd);
  }

  /**
   * Reads a whole number, or skips a value that is no number; 0 then. A text may hold a number, so
   * it is left to the parser.
   */
  public long numberOrSkip() {
    byte b = peek();
    if (b == '"') {
      throw Unsure.INSTANCE;
    }
    if (b != '-' && (b < '0' || b > '9')) {
      skip();
      return 0;
    }
    skipNumber();
    int from = b == '-' ? valueStart + 1 : valueStart;
    if (valueEnd - from > 18) {
      throw Unsure.INSTANCE;
    }
    long value = 0;
    for (int i = from; i < valueEnd; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        // A fraction or an exponent.
        throw Unsure.INSTANCE;
      }
      value = value * 10 + digit;
    }
    return b == '-' ? -value : value;
  }

  /** Reads a decimal number as it is written, or skips a value that is none; {@code null} then. */
  public @Nullable String decimalOrSkip() {
    byte b = peek();
    if (b != '-' && (b < '0' || b > '9')) {
      skip();
      return null;
    }
    skipNumber();
    if (valueEnd - valueStart > MAX_DECIMAL) {
      throw Unsure.INSTANCE;
    }
    for (int i = valueStart; i < valueEnd; i++) {
      if (bytes[i] == 'e' || bytes[i] == 'E') {
        throw Unsure.INSTANCE;
      }
    }
    return JsonText.read(bytes, valueStart, valueEnd);
  }

  /**
   * Skips the value of the member that was just gone to, and writes both after a comma; nothing if
   * the value is {@code null}.
   */
  public void skipInto(JsonBytes out) {
    int name = valueStart - 1;
    boolean isNull = peek() == 'n';
    skip();
    if (!isNull) {
      if (out.size() > 0) {
        out.raw(',');
      }
      out.raw(bytes, name, at - name);
    }
  }

  /** Skips a value of any kind. */
  public void skip() {
    switch (peek()) {
      case '{' -> {
        beginObject();
        for (boolean first = true; nextMember(first); first = false) {
          skip();
        }
      }
      case '[' -> {
        beginArray();
        for (boolean first = true; nextElement(first); first = false) {
          skip();
        }
      }
      case '"' -> skipString();
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> skipNumber();
    }
  }

  private void skipString() {
    at++;
    valueStart = at;
    int close = JsonText.end(bytes, at, end);
    if (close < 0) {
      throw Unsure.INSTANCE;
    }
    valueEnd = close;
    at = close + 1;
  }

  private void skipNumber() {
    valueStart = at;
    if (bytes[at] == '-') {
      at++;
    }
    if (at < end && bytes[at] == '0') {
      at++;
    } else {
      digits();
    }
    if (at < end && bytes[at] == '.') {
      at++;
      digits();
    }
    if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
      at++;
      if (at < end && (bytes[at] == '+' || bytes[at] == '-')) {
        at++;
      }
      digits();
    }
    valueEnd = at;
    // What follows a number must end it; a longer one than usual is the parser's affair.
    if (at >= end || isPartOfWord(bytes[at]) || valueEnd - valueStart > MAX_NUMBER) {
      throw Unsure.INSTANCE;
    }
  }

  private void digits() {
    int from = at;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      at++;
    }
    if (at == from) {
      throw Unsure.INSTANCE;
    }
  }

  private void literal(String word) {
    if (end - at <= word.length()) {
      throw Unsure.INSTANCE;
    }
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        throw Unsure.INSTANCE;
      }
    }
    at += word.length();
    if (isPartOfWord(bytes[at])) {
      throw Unsure.INSTANCE;
    }
  }

  private static boolean isPartOfWord(byte b) {
    return b != ',' && b != '}' && b != ']' && b > ' ';
  }

  private void expect(char c) {
    if (peek() != c) {
      throw Unsure.INSTANCE;
    }
    at++;
  }

  private void deeper() {
    if (++depth > Json.MAX_DEPTH) {
      throw Unsure.INSTANCE;
    }
  }
}
