package dev.gatewayz.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON being written: a byte array that grows, and the rules of JSON strings.
 *
 * <p>Strings are written as UTF-8 with the shortest escapes. A surrogate without its partner is no
 * character and has no UTF-8 form: U+FFFD, the replacement character, is written in its place, as
 * the Unicode standard recommends; strict servers refuse anything else. Not thread-safe.
 */
public final class JsonBytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  /** For each ASCII character: 0 to copy it, 'u' for a six-byte escape, else the letter after \. */
  private static final byte[] ESCAPES = new byte[128];

  static {
    Arrays.fill(ESCAPES, 0, 0x20, (byte) 'u');
    ESCAPES['\b'] = 'b';
    ESCAPES['\t'] = 't';
    ESCAPES['\n'] = 'n';
    ESCAPES['\f'] = 'f';
    ESCAPES['\r'] = 'r';
    ESCAPES['"'] = '"';
    ESCAPES['\\'] = '\\';
  }

  private static final char REPLACEMENT = '\ufffd';

  private byte[] bytes;
  private int size;

  /** An empty writer with room for {@code capacity} bytes. */
  public JsonBytes(int capacity) {
    bytes = new byte[capacity];
  }

  /** How many bytes have been written. */
  public int size() {
    return size;
  }

  /** Forgets what has been written. */
  public void clear() {
    size = 0;
  }

  /** The bytes behind this writer; the first {@link #size()} of them count. */
  public byte[] array() {
    return bytes;
  }

  /** A copy of exactly what has been written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** What has been written, as text. */
  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  /** Copies bytes that are JSON already. */
  public JsonBytes raw(byte[] json) {
    return raw(json, 0, json.length);
  }

  /** Copies some bytes that are JSON already. */
  public JsonBytes raw(byte[] json, int offset, int length) {
    reserve(length);
    System.arraycopy(json, offset, bytes, size, length);
    size += length;
    return this;
  }

  /** Copies text that is JSON already. */
  public JsonBytes raw(String json) {
    int length = json.length();
    reserve(length);
    for (int i = 0; i < length; i++) {
      char c = json.charAt(i);
      if (c < 0x80) {
        room(1, length - i);
        bytes[size++] = (byte) c;
      } else {
        i = beyondAscii(json, i);
      }
    }
    return this;
  }

  /** Writes one ASCII character as it is. */
  public JsonBytes raw(char ascii) {
    reserve(1);
    bytes[size++] = (byte) ascii;
    return this;
  }

  /** Writes a string with its quotes. */
  public JsonBytes string(String text) {
    return raw('"').escaped(text).raw('"');
  }

  /** Writes {@code "name":}, after a comma unless it opens the object. */
  public JsonBytes name(String name) {
    if (size > 0 && bytes[size - 1] != '{' && bytes[size - 1] != ',') {
      raw(',');
    }
    return string(name).raw(':');
  }

  /** Writes the inside of a string, without quotes. */
  public JsonBytes escaped(String text) {
    int length = text.length();
    if (bytes.length - size < length) {
      grow(length + (length >> 4) + 8);
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      byte escape = c < 0x80 ? ESCAPES[c] : 0;
      if (c < 0x80 && escape == 0) {
        if (size == bytes.length) {
          grow(length - i);
        }
        bytes[size++] = (byte) c;
      } else if (escape != 0) {
        escape(c, escape, length - i);
      } else {
        i = beyondAscii(text, i);
      }
    }
    return this;
  }

  /** Writes the character that is not ASCII at a place; returns the place of its last half. */
  private int beyondAscii(String text, int at) {
    char c = text.charAt(at);
    int rest = text.length() - at;
    if (!Character.isSurrogate(c)) {
      basic(c, rest);
      return at;
    }
    int codePoint = text.codePointAt(at);
    if (codePoint == c) {
      basic(REPLACEMENT, rest);
      return at;
    }
    supplementary(codePoint, rest);
    return at + 1;
  }

  private void escape(char c, byte escape, int rest) {
    room(6, rest);
    bytes[size++] = '\\';
    bytes[size++] = escape;
    if (escape == 'u') {
      hex(c);
    }
  }

  private void basic(char c, int rest) {
    room(3, rest);
    if (c < 0x800) {
      bytes[size++] = (byte) (0xc0 | (c >> 6));
      bytes[size++] = (byte) (0x80 | (c & 0x3f));
    } else {
      bytes[size++] = (byte) (0xe0 | (c >> 12));
      bytes[size++] = (byte) (0x80 | ((c >> 6) & 0x3f));
      bytes[size++] = (byte) (0x80 | (c & 0x3f));
    }
  }

  private void supplementary(int codePoint, int rest) {
    room(4, rest);
    bytes[size++] = (byte) (0xf0 | (codePoint >> 18));
    bytes[size++] = (byte) (0x80 | ((codePoint >> 12) & 0x3f));
    bytes[size++] = (byte) (0x80 | ((codePoint >> 6) & 0x3f));
    bytes[size++] = (byte) (0x80 | (codePoint & 0x3f));
  }

  private void hex(char c) {
    bytes[size++] = HEX[c >> 12];
    bytes[size++] = HEX[(c >> 8) & 0xf];
    bytes[size++] = HEX[(c >> 4) & 0xf];
    bytes[size++] = HEX[c & 0xf];
  }

  /**
   * Makes room for {@code count} bytes now, and grows for {@code rest} more characters if it must.
   */
  private void room(int count, int rest) {
    if (bytes.length - size < count) {
      grow(count + rest);
    }
  }

  private void reserve(int count) {
    if (bytes.length - size < count) {
      grow(count);
    }
  }

  private void grow(int atLeast) {
    long wanted = Math.max((long) size + atLeast, size + (size >> 1) + 64L);
    if (wanted > Integer.MAX_VALUE - 8) {
      if ((long) size + atLeast > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException("A request body of 2 GiB or more cannot be sent.");
      }
      wanted = Integer.MAX_VALUE - 8;
    }
    bytes = Arrays.copyOf(bytes, (int) wanted);
  }
}
