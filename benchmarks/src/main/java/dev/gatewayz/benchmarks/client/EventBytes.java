package dev.gatewayz.benchmarks.client;

import java.util.Arrays;

/** Cuts a stream into lines and reads those with data, as users of plain HTTP clients do. */
final class EventBytes {
  private final Pieces pieces;
  private byte[] bytes = new byte[4 * 1024];
  private int size;

  EventBytes(Pieces pieces) {
    this.pieces = pieces;
  }

  void feed(byte[] more) {
    if (bytes.length - size < more.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more.length, 2 * bytes.length));
    }
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    int start = 0;
    for (int i = size - more.length; i < size; i++) {
      if (bytes[i] == '\n') {
        line(start, i);
        start = i + 1;
      }
    }
    size -= start;
    System.arraycopy(bytes, start, bytes, 0, size);
  }

  private void line(int start, int end) {
    // "data: {": neither a blank line nor the end of the stream.
    if (end - start > 6 && bytes[start + 6] == '{') {
      String text = ChatJson.text(bytes, start + 6, end - start - 6);
      if (text != null && !text.isEmpty()) {
        pieces.piece(text);
      }
    }
  }
}
