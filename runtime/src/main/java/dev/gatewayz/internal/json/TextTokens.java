package dev.gatewayz.internal.json;

import dev.gatewayz.internal.json.JsonScanner.Unsure;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/**
 * The tokens of JSON in a text, found without creating anything but the texts that are asked for.
 *
 * <p>It reads what models really write and is strict about it. Whatever it is not sure about, or
 * cannot tell, such as a place in the document, makes it throw {@link Unsure}, and the caller turns
 * to {@link ParserTokens}.
 */
public final class TextTokens implements JsonTokens {
  private static final KnownNames NAMES = new KnownNames();
  private static final int MAX_DEPTH = 60;
  private static final int MAX_NAME = 1_000;
  private static final int MAX_NUMBER = 30;
  private static final int MAX_DIGITS = 18;
  private static final int EXACT_FLOAT = 1 << 24;

  private final String text;
  private int at;
  private @Nullable JsonToken token;
  private boolean begun;
  private String name = "";

  /** How many objects and arrays are open, and which of them are objects, the innermost last. */
  private int depth;

  private long objects;

  /** Where the current string, behind its quote, or number begins and ends. */
  private int start;

  private int end;
  private boolean hasEscapes;

  /** The tokens of a text. */
  public TextTokens(String text) {
    this(text, 0);
  }

  private TextTokens(String text, int from) {
    this.text = text;
    this.at = from;
  }

  @Override
  public @Nullable JsonToken next() {
    token = following();
    return token;
  }

  private @Nullable JsonToken following() {
    if (token == JsonToken.PROPERTY_NAME || !begun) {
      begun = true;
      return value(peek());
    }
    if (depth == 0) {
      if (afterBlanks() < text.length()) {
        throw Unsure.INSTANCE;
      }
      return null;
    }
    boolean inObject = (objects & 1) != 0;
    char c = peek();
    if (c == (inObject ? '}' : ']')) {
      at++;
      depth--;
      objects >>>= 1;
      return inObject ? JsonToken.END_OBJECT : JsonToken.END_ARRAY;
    }
    if (token != JsonToken.START_OBJECT && token != JsonToken.START_ARRAY) {
      expect(',');
      c = peek();
    }
    return inObject ? member(c) : value(c);
  }

  private JsonToken member(char c) {
    if (c != '"') {
      throw Unsure.INSTANCE;
    }
    scanString();
    if (hasEscapes || end - start > MAX_NAME) {
      throw Unsure.INSTANCE;
    }
    name = NAMES.in(text, start, end);
    expect(':');
    return JsonToken.PROPERTY_NAME;
  }

  private JsonToken value(char c) {
    return switch (c) {
      case '{' -> open(1, JsonToken.START_OBJECT);
      case '[' -> open(0, JsonToken.START_ARRAY);
      case '"' -> {
        scanString();
        yield JsonToken.VALUE_STRING;
      }
      case 't' -> literal("true", JsonToken.VALUE_TRUE);
      case 'f' -> literal("false", JsonToken.VALUE_FALSE);
      case 'n' -> literal("null", JsonToken.VALUE_NULL);
      default -> scanNumber();
    };
  }

  private JsonToken open(int kind, JsonToken meant) {
    if (depth == MAX_DEPTH) {
      throw Unsure.INSTANCE;
    }
    at++;
    depth++;
    objects = objects << 1 | kind;
    return meant;
  }

  private JsonToken literal(String word, JsonToken meant) {
    if (!text.startsWith(word, at)) {
      throw Unsure.INSTANCE;
    }
    start = at;
    at += word.length();
    end = at;
    requireEnd();
    return meant;
  }

  private void scanString() {
    start = at + 1;
    hasEscapes = false;
    int i = start;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '"') {
        end = i;
        at = i + 1;
        return;
      }
      if (c < ' ') {
        throw Unsure.INSTANCE;
      }
      if (c == '\\') {
        hasEscapes = true;
        i += escape(i);
      } else {
        i++;
      }
    }
    throw Unsure.INSTANCE;
  }

  /** How many characters an escape has. */
  private int escape(int from) {
    if (from + 1 >= text.length()) {
      throw Unsure.INSTANCE;
    }
    char kind = text.charAt(from + 1);
    if (kind != 'u') {
      meant(kind);
      return 2;
    }
    codeUnit(from + 2);
    return 6;
  }

  private static char meant(char escape) {
    return switch (escape) {
      case '"', '\\', '/' -> escape;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> throw Unsure.INSTANCE;
    };
  }

  private char codeUnit(int from) {
    if (from + 4 > text.length()) {
      throw Unsure.INSTANCE;
    }
    int unit = 0;
    for (int i = from; i < from + 4; i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw Unsure.INSTANCE;
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  private JsonToken scanNumber() {
    start = at;
    at += at < text.length() && text.charAt(at) == '-' ? 1 : 0;
    int digits = at;
    scanDigits();
    if (text.charAt(digits) == '0' && at - digits > 1) {
      throw Unsure.INSTANCE;
    }
    JsonToken kind = JsonToken.VALUE_NUMBER_INT;
    if (at < text.length() && text.charAt(at) == '.') {
      at++;
      scanDigits();
      kind = JsonToken.VALUE_NUMBER_FLOAT;
    }
    end = at;
    // An exponent does not end a number.
    requireEnd();
    if (end - start > MAX_NUMBER) {
      throw Unsure.INSTANCE;
    }
    return kind;
  }

  private void scanDigits() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from) {
      throw Unsure.INSTANCE;
    }
  }

  /** What follows a number or a word must end it. */
  private void requireEnd() {
    if (at < text.length()) {
      char c = text.charAt(at);
      if (c != ',' && c != '}' && c != ']' && c > ' ') {
        throw Unsure.INSTANCE;
      }
    }
  }

  private char peek() {
    if (afterBlanks() == text.length()) {
      throw Unsure.INSTANCE;
    }
    return text.charAt(at);
  }

  private int afterBlanks() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
        break;
      }
      at++;
    }
    return at;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw Unsure.INSTANCE;
    }
    at++;
  }

  @Override
  public @Nullable JsonToken current() {
    return token;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void skip() {
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      int outside = depth - 1;
      while (depth > outside) {
        next();
      }
    }
  }

  @Override
  public String string() {
    if (!hasEscapes || token != JsonToken.VALUE_STRING) {
      return text.substring(start, end);
    }
    StringBuilder meaning = new StringBuilder(end - start);
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (c != '\\') {
        meaning.append(c);
        i++;
      } else if (text.charAt(i + 1) == 'u') {
        meaning.append(codeUnit(i + 2));
        i += 6;
      } else {
        meaning.append(meant(text.charAt(i + 1)));
        i += 2;
      }
    }
    return meaning.toString();
  }

  @Override
  public boolean isLong() {
    if (token != JsonToken.VALUE_NUMBER_INT) {
      return false;
    }
    if (end - start > MAX_DIGITS) {
      throw Unsure.INSTANCE;
    }
    return true;
  }

  @Override
  public long int64() {
    return Long.parseLong(text, start, end, 10);
  }

  @Override
  public double float64() {
    return isLong() ? int64() : Double.parseDouble(string());
  }

  @Override
  public float float32() {
    if (!isLong()) {
      return Float.parseFloat(string());
    }
    if (Math.abs(int64()) > EXACT_FLOAT) {
      throw Unsure.INSTANCE;
    }
    return int64();
  }

  @Override
  public BigDecimal decimal() {
    return new BigDecimal(string());
  }

  @Override
  public int place() {
    return at - 1;
  }

  @Override
  public TextTokens from(int place) {
    return new TextTokens(text, place);
  }

  @Override
  public String path() {
    throw Unsure.INSTANCE;
  }

  @Override
  public String pathOfParent() {
    throw Unsure.INSTANCE;
  }
}
