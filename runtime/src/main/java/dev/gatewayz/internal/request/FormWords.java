package dev.gatewayz.internal.request;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds the place for words that tell a model the form of its answer. */
final class FormWords {
  /** Beginning and end of a system message that is one text. */
  private static final byte[] SYSTEM =
      "{\"role\":\"system\",\"content\":\"".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] SYSTEM_END = "\"}".getBytes(StandardCharsets.US_ASCII);

  private FormWords() {}

  /**
   * The end of the text of the system message, if that comes first and is one text; else the place
   * before all messages.
   *
   * @param start where the messages begin
   * @param end where they end
   */
  static int place(byte[] json, int start, int end) {
    if (!isAt(json, start, end, SYSTEM)) {
      return start;
    }
    int at = start + SYSTEM.length;
    while (json[at] != '"') {
      at += json[at] == '\\' ? 2 : 1;
    }
    return isAt(json, at, end, SYSTEM_END) ? at : start;
  }

  private static boolean isAt(byte[] json, int at, int end, byte[] bytes) {
    int to = at + bytes.length;
    return to <= end && Arrays.equals(json, at, to, bytes, 0, bytes.length);
  }
}
