package dev.gatewayz.internal.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON strings out of bytes. A string is well-formed if its escapes are those of JSON and its
 * bytes are UTF-8; half of a surrogate pair, if escaped, is allowed and stays what it is.
 */
public final class JsonText {
  /** What stands behind a backslash: the character that is meant, or one of the two below. */
  private static final byte[] ESCAPES = new byte[256];

  private static final byte WRONG = 0;
  private static final byte UNICODE = -1;

  /** The values of hexadecimal digits; negative for all other bytes. */
  private static final byte[] HEX = new byte[256];

  static {
    for (int i = 0; i < HEX.length; i++) {
      HEX[i] = (byte) (i < 128 ? Character.digit(i, 16) : -1);
    }
    ESCAPES['"'] = '"';
    ESCAPES['\\'] = '\\';
    ESCAPES['/'] = '/';
    ESCAPES['b'] = '\b';
    ESCAPES['f'] = '\f';
    ESCAPES['n'] = '\n';
    ESCAPES['r'] = '\r';
    ESCAPES['t'] = '\t';
    ESCAPES['u'] = UNICODE;
  }

  private JsonText() {}

  /**
   * Where the string that begins at {@code from}, behind its quote, ends: the place of its other
   * quote. Negative if the string is not well-formed: {@code ~place} of the byte that is wrong, or
   * {@code ~end} if the other quote is missing.
   */
  public static int end(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      byte b = bytes[at];
      if (b == '\\') {
        at = afterEscape(bytes, at, end);
      } else if (b < 0) {
        at = afterMultibyte(bytes, at, end);
      } else if (b == '"') {
        return at;
      } else if (b < 0x20) {
        return ~at;
      } else {
        at = Bytes.endOfPlain(bytes, at + 1, end);
        continue;
      }
      if (at < 0) {
        return at;
      }
    }
    return ~end;
  }

  /** The text of a string, of which {@link #end} has said that it is well-formed. */
  public static String read(byte[] bytes, int from, int to) {
    int plain = Bytes.endOfPlain(bytes, from, to);
    if (plain == to) {
      return plain(bytes, from, to);
    }
    int escape = indexOfEscape(bytes, plain, to);
    return escape < 0
        ? new String(bytes, from, to - from, StandardCharsets.UTF_8)
        : unescaped(bytes, from, to);
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

  /** The text of a string that is plain, as {@link Bytes#endOfPlain} says. */
  public static String plain(byte[] bytes, int from, int to) {
    return from == to ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static int indexOfEscape(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\\') {
        return i;
      }
    }
    return -1;
  }

  private static String unescaped(byte[] bytes, int from, int to) {
    // No character needs more than the bytes that it is written in.
    byte[] latin1 = new byte[to - from];
    int size = latin1(bytes, from, to, latin1);
    if (size >= 0) {
      return new String(latin1, 0, size, StandardCharsets.ISO_8859_1);
    }
    char[] text = new char[to - from];
    return new String(text, 0, utf16(bytes, from, to, text));
  }

  /** Writes the characters of a string; returns how many, -1 if one is beyond Latin-1. */
  private static int latin1(byte[] bytes, int from, int to, byte[] text) {
    int size = 0;
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b == '\\') {
        int c = ESCAPES[bytes[at + 1]];
        at += 2;
        if (c == UNICODE) {
          c = hex(bytes, at);
          at += 4;
          if (c > 0xff) {
            return -1;
          }
        }
        text[size++] = (byte) c;
      } else if (b >= 0) {
        int stop = plainCopy(bytes, at, to, text, size);
        size += stop - at;
        at = stop;
      } else if ((b & 0xff) <= 0xc3) {
        text[size++] = (byte) ((b & 0x1f) << 6 | (bytes[at + 1] & 0x3f));
        at += 2;
      } else {
        return -1;
      }
    }
    return size;
  }

  /** Copies one plain byte and those that follow it; returns where they end. */
  private static int plainCopy(byte[] bytes, int from, int to, byte[] text, int size) {
    int at = from;
    int n = size;
    while (at + 8 <= to && n + 8 <= text.length) {
      long eight = Bytes.eight(bytes, at);
      int plain = Bytes.plain(eight);
      // What is not plain among them is written over by what comes next.
      Bytes.putEight(text, n, eight);
      at += plain;
      n += plain;
      if (plain < 8) {
        return at;
      }
    }
    while (at < to && bytes[at] >= 0 && bytes[at] != '\\') {
      text[n++] = bytes[at++];
    }
    return at;
  }

  /** Writes the characters of a string; returns how many. */
  private static int utf16(byte[] bytes, int from, int to, char[] text) {
    int size = 0;
    int at = from;
    while (at < to) {
      byte b = bytes[at];
      if (b == '\\') {
        int c = ESCAPES[bytes[at + 1]];
        at += 2;
        if (c == UNICODE) {
          c = hex(bytes, at);
          at += 4;
        }
        text[size++] = (char) c;
      } else if (b >= 0) {
        text[size++] = (char) b;
        at++;
      } else if ((b & 0xe0) == 0xc0) {
        text[size++] = (char) ((b & 0x1f) << 6 | (bytes[at + 1] & 0x3f));
        at += 2;
      } else if ((b & 0xf0) == 0xe0) {
        text[size++] =
            (char) ((b & 0xf) << 12 | (bytes[at + 1] & 0x3f) << 6 | (bytes[at + 2] & 0x3f));
        at += 3;
      } else {
        int c =
            (b & 0x7) << 18
                | (bytes[at + 1] & 0x3f) << 12
                | (bytes[at + 2] & 0x3f) << 6
                | (bytes[at + 3] & 0x3f);
        text[size++] = Character.highSurrogate(c);
        text[size++] = Character.lowSurrogate(c);
        at += 4;
      }
    }
    return size;
  }

  private static int afterEscape(byte[] bytes, int at, int end) {
    if (at + 1 >= end) {
      return ~at;
    }
    byte meant = ESCAPES[bytes[at + 1] & 0xff];
    if (meant == UNICODE) {
      return at + 6 <= end && hex(bytes, at + 2) >= 0 ? at + 6 : ~at;
    }
    return meant == WRONG ? ~at : at + 2;
  }

  /** The value of four hexadecimal digits; negative if they are none. */
  private static int hex(byte[] bytes, int at) {
    return HEX[bytes[at] & 0xff] << 12
        | HEX[bytes[at + 1] & 0xff] << 8
        | HEX[bytes[at + 2] & 0xff] << 4
        | HEX[bytes[at + 3] & 0xff];
  }

  /** Whether bytes are UTF-8. */
  static boolean isWellFormed(byte[] bytes, int from, int end) {
    int at = from;
    while (true) {
      at = Bytes.endOfAscii(bytes, at, end);
      if (at == end) {
        return true;
      }
      at = afterMultibyte(bytes, at, end);
      if (at < 0) {
        return false;
      }
    }
  }

  /** The place behind a character of several bytes; negative if it is not as Unicode table 3-7. */
  private static int afterMultibyte(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    if (first < 0xc2 || first > 0xf4) {
      return ~at;
    }
    int size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    if (at + size > end) {
      return ~at;
    }
    int second = bytes[at + 1] & 0xff;
    int low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    int high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (second < low || second > high) {
      return ~at;
    }
    for (int i = 2; i < size; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return ~at;
      }
    }
    return at + size;
  }
}
