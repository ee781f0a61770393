package dev.gatewayz.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Searches bytes eight at a time. For each byte of a {@code long} the tests below set the high bit
 * where the byte is one that is looked for; a borrow can set bits above such a byte but none below,
 * so the lowest set bit is right.
 */
public final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Bytes() {}

  /** Eight bytes, the first of them lowest. */
  static long eight(byte[] bytes, int at) {
    return (long) LONGS.get(bytes, at);
  }

  /** Writes eight bytes, the first of them lowest. */
  static void putEight(byte[] bytes, int at, long eight) {
    LONGS.set(bytes, at, eight);
  }

  /**
   * How many of eight bytes are plain, as {@link #endOfPlain} says, before the first that is not.
   */
  static int plain(long eight) {
    long quote = eight ^ (ONES * '"');
    long backslash = eight ^ (ONES * '\\');
    long found =
        (((quote - ONES) & ~quote)
                | ((backslash - ONES) & ~backslash)
                | ((eight - ONES * 0x20) & ~eight)
                | eight)
            & HIGHS;
    return Long.numberOfTrailingZeros(found) >>> 3;
  }

  /**
   * Where a JSON string stops being plain: the first byte that is a quote, a backslash, a control
   * character or not ASCII; {@code end} if there is none.
   */
  public static int endOfPlain(byte[] bytes, int from, int end) {
    int i = from;
    for (; i + 8 <= end; i += 8) {
      int plain = plain(eight(bytes, i));
      if (plain < 8) {
        return i + plain;
      }
    }
    for (; i < end; i++) {
      byte b = bytes[i];
      if (b < 0x20 || b == '"' || b == '\\') {
        return i;
      }
    }
    return end;
  }

  /** The first byte that is not ASCII; {@code end} if there is none. */
  static int endOfAscii(byte[] bytes, int from, int end) {
    int i = from;
    while (i + 8 <= end && (eight(bytes, i) & HIGHS) == 0) {
      i += 8;
    }
    while (i < end && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /** Where the next CR or LF is; -1 if there is none. */
  public static int indexOfLineEnd(byte[] bytes, int from, int end) {
    int i = from;
    for (; i + 8 <= end; i += 8) {
      long word = eight(bytes, i);
      long lf = word ^ (ONES * '\n');
      long cr = word ^ (ONES * '\r');
      long found = (((lf - ONES) & ~lf) | ((cr - ONES) & ~cr)) & HIGHS;
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    for (; i < end; i++) {
      byte b = bytes[i];
      if (b == '\n' || b == '\r') {
        return i;
      }
    }
    return -1;
  }
}
