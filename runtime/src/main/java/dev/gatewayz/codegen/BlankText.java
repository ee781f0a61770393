package dev.gatewayz.codegen;

import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.syntax.Blank;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Tells whether the JSON string that is being written is blank so far. */
final class BlankText {
  private static final int ESCAPE = 6;

  private final byte[] bytes;
  private int end;

  private BlankText(byte[] bytes, int end) {
    this.bytes = bytes;
    this.end = end;
  }

  /**
   * Looks at what has been written of it.
   *
   * @param beginning what stands before the JSON
   */
  static boolean endsIn(byte[] beginning, JsonBytes json) {
    BlankText text = new BlankText(json.array(), json.size());
    text.skipBlanks();
    if (text.end <= ESCAPE) {
      byte[] all = Arrays.copyOf(beginning, beginning.length + text.end);
      System.arraycopy(text.bytes, 0, all, beginning.length, text.end);
      text = new BlankText(all, all.length);
      text.skipBlanks();
    }
    int quote = text.end - 1;
    return text.bytes[quote] == '"' && (quote == 0 || text.bytes[quote - 1] != '\\');
  }

  private void skipBlanks() {
    while (end > 1 && skipBlank()) {
      // One character after the other, from the last to the first.
    }
  }

  private boolean skipBlank() {
    byte last = bytes[end - 1];
    if (last == ' ') {
      return skip(1);
    }
    if (bytes[end - 2] == '\\') {
      return "nrtf".indexOf(last) >= 0 && skip(2);
    }
    if (last < 0) {
      int start = end - 1;
      while (start > 0 && (bytes[start] & 0xc0) == 0x80) {
        start--;
      }
      String character = new String(bytes, start, end - start, StandardCharsets.UTF_8);
      return Blank.is(character) && skip(end - start);
    }
    return end > ESCAPE
        && bytes[end - ESCAPE] == '\\'
        && bytes[end - ESCAPE + 1] == 'u'
        && Blank.is(Integer.parseInt(new String(bytes, end - 4, 4, StandardCharsets.US_ASCII), 16))
        && skip(ESCAPE);
  }

  private boolean skip(int count) {
    end -= count;
    return true;
  }
}
