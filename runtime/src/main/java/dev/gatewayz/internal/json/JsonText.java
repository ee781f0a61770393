package dev.gatewayz.internal.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON strings out of bytes. What it is not sure about, which is anything but well-formed
 * JSON in well-formed UTF-8, it leaves to a full parser.
 */
public final class JsonText {
  private static final byte[] HEX = new byte[128];

  static {
    for (int i = 0; i < HEX.length; i++) {
      HEX[i] = (byte) Character.digit(i, 16);
    }
  }

  private JsonText() {}

  /**
   * Where the string that begins at {@code from}, behind its quote, ends: the place of its other
   * quote. -1 if there is none, or if the string is not well-formed.
   */
  public static int end(byte[] bytes, int from, int end) {
    int at = from;
    while (true) {
      at = Bytes.endOfPlain(bytes, at, end);
      if (at >= end) {
        return -1;
      }
      byte b = bytes[at];
      if (b == '"') {
        return at;
      }
      at = b == '\\' ? afterEscape(bytes, at, end) : afterMultibyte(bytes, at, end);
      if (at < 0) {
        return -1;
      }
    }
  }

  /** The text of a string, of which {@link #end} has said that it is well-formed. */
  public static String read(byte[] bytes, int from, int to) {
    int plain = Bytes.endOfPlain(bytes, from, to);
    if (plain == to) {
      return from == to ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
    int escape = indexOfEscape(bytes, plain, to);
    if (escape < 0) {
      return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
    byte[] text = new byte[to - from];
    int size = unescape(bytes, from, to, text);
    return size < 0
        ? readSlowly(bytes, from, to, escape)
        : new String(text, 0, size, StandardCharsets.UTF_8);
  }

  /**
   * Writes the UTF-8 of a string, which is never longer than its escaped form; returns how long it
   * is, or -1 if it has none because half of a surrogate pair is missing.
   */
  private static int unescape(byte[] bytes, int from, int to, byte[] text) {
    int size = 0;
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b != '\\') {
        text[size++] = b;
        at++;
        continue;
      }
      int c = unescaped(bytes, at);
      at += bytes[at + 1] == 'u' ? 6 : 2;
      if (c < 0x80) {
        text[size++] = (byte) c;
        continue;
      }
      if (c < 0x800) {
        text[size++] = (byte) (0xc0 | (c >> 6));
      } else {
        if (Character.isSurrogate((char) c)) {
          boolean isPair =
              Character.isHighSurrogate((char) c)
                  && at + 6 <= to
                  && bytes[at] == '\\'
                  && bytes[at + 1] == 'u';
          char low = isPair ? unescaped(bytes, at) : 0;
          if (!Character.isLowSurrogate(low)) {
            return -1;
          }
          at += 6;
          c = Character.toCodePoint((char) c, low);
          text[size++] = (byte) (0xf0 | (c >> 18));
          text[size++] = (byte) (0x80 | ((c >> 12) & 0x3f));
        } else {
          text[size++] = (byte) (0xe0 | (c >> 12));
        }
        text[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
      }
      text[size++] = (byte) (0x80 | (c & 0x3f));
    }
    return size;
  }

  private static String readSlowly(byte[] bytes, int from, int to, int firstEscape) {
    StringBuilder text = new StringBuilder(to - from);
    int start = from;
    int escape = firstEscape;
    while (escape >= 0) {
      text.append(new String(bytes, start, escape - start, StandardCharsets.UTF_8));
      text.append(unescaped(bytes, escape));
      start = escape + (bytes[escape + 1] == 'u' ? 6 : 2);
      escape = indexOfEscape(bytes, start, to);
    }
    return text.append(new String(bytes, start, to - start, StandardCharsets.UTF_8)).toString();
  }

  private static int indexOfEscape(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return i;
      }
    }
    return -1;
  }

  private static int afterEscape(byte[] bytes, int at, int end) {
    if (at + 1 >= end) {
      return -1;
    }
    return switch (bytes[at + 1]) {
      case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 2;
      case 'u' -> {
        if (at + 6 > end) {
          yield -1;
        }
        int digits = 0;
        for (int i = at + 2; i < at + 6; i++) {
          digits |= hex(bytes[i]);
        }
        yield digits < 0 ? -1 : at + 6;
      }
      default -> -1;
    };
  }

  private static char unescaped(byte[] bytes, int at) {
    return switch (bytes[at + 1]) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' ->
          (char)
              ((hex(bytes[at + 2]) << 12)
                  | (hex(bytes[at + 3]) << 8)
                  | (hex(bytes[at + 4]) << 4)
                  | hex(bytes[at + 5]));
      default -> (char) bytes[at + 1];
    };
  }

  /** The value of a hexadecimal digit; negative if it is none. */
  private static int hex(byte b) {
    return b < 0 ? -1 : HEX[b];
  }

  /**
   * The place behind a character of several bytes; -1 if it is a control character or not as
   * Unicode table 3-7 says.
   */
  private static int afterMultibyte(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    if (first < 0xc2 || first > 0xf4) {
      return -1;
    }
    int size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (at + size > end) {
      return -1;
    }
    int second = bytes[at + 1] & 0xff;
    int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) {
      return -1;
    }
    for (int i = 2; i < size; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return -1;
      }
    }
    return at + size;
  }

  /** The text of the string whose ends are given, or {@code cached} if it says the same. */
  public static String read(byte[] bytes, int from, int to, @Nullable String cached) {
    if (cached != null && cached.length() == to - from) {
      int i = 0;
      while (i < cached.length()
          && cached.charAt(i) == bytes[from + i]
          && bytes[from + i] != '\\') {
        i++;
      }
      if (i == cached.length()) {
        return cached;
      }
    }
    return read(bytes, from, to);
  }
}
