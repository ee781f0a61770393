package dev.gatewayz.internal.json;

import java.util.Arrays;

/**
 * The text that a member had last, for one that has the same in most documents: as long as the same
 * bytes come, nothing is decoded. Not thread-safe.
 */
public final class RecentText {
  private static final int LONGEST_KEPT = 256;

  private byte[] bytes = new byte[32];
  private int length;
  private String text = "";

  /** The text of a well-formed string between its quotes, the very one of last time if it is. */
  String of(byte[] source, int from, int to) {
    if (Arrays.equals(source, from, to, bytes, 0, length)) {
      return text;
    }
    String read = JsonText.read(source, from, to);
    if (to - from <= LONGEST_KEPT) {
      keep(source, from, to - from);
      text = read;
    }
    return read;
  }

  /** Into the same array, for some texts are new each time. */
  private void keep(byte[] source, int from, int size) {
    if (size > bytes.length) {
      bytes = new byte[LONGEST_KEPT];
    }
    System.arraycopy(source, from, bytes, 0, size);
    length = size;
  }
}
