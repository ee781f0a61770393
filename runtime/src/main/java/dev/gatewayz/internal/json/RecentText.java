package dev.gatewayz.internal.json;

import java.util.Arrays;

/**
 * The text that a member had last, for one that has the same in most documents: as long as the same
 * bytes come, nothing is decoded. Not thread-safe.
 */
public final class RecentText {
  private static final int LONGEST_KEPT = 256;

  private byte[] bytes = new byte[0];
  private String text = "";

  /** The text of a well-formed string between its quotes, the very one of last time if it is. */
  String of(byte[] source, int from, int to) {
    if (Arrays.equals(source, from, to, bytes, 0, bytes.length)) {
      return text;
    }
    String read = JsonText.read(source, from, to);
    if (to - from <= LONGEST_KEPT) {
      bytes = Arrays.copyOfRange(source, from, to);
      text = read;
    }
    return read;
  }
}
