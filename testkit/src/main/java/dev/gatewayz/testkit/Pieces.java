package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.cassette.Piece;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** The bytes of a body with the times when they came. Not thread-safe. */
final class Pieces {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** When the bytes up to a place were there. */
  private final TreeMap<Integer, Long> times = new TreeMap<>();

  void add(byte[] more, long nanos) {
    bytes.writeBytes(more);
    times.put(bytes.size(), nanos);
  }

  /** All of it as one. */
  List<Piece> whole() {
    return bytes.size() == 0 ? List.of() : List.of(new Piece(0, bytes.toByteArray()));
  }

  /**
   * Event by event; each comes when its last byte does.
   *
   * @param start when the head was there
   */
  List<Piece> events(long start) {
    byte[] all = bytes.toByteArray();
    List<Piece> events = new ArrayList<>();
    long before = start;
    int from = 0;
    for (int i = 1; i <= all.length; i++) {
      if (i == all.length || isEnd(all, i)) {
        long now = times.ceilingEntry(i).getValue();
        long pause = Math.max(0, TimeUnit.NANOSECONDS.toMillis(now - before));
        events.add(new Piece(pause, Arrays.copyOfRange(all, from, i)));
        before = now;
        from = i;
      }
    }
    return events;
  }

  /** Whether an empty line ends before this byte. */
  private static boolean isEnd(byte[] all, int end) {
    return all[end - 1] == '\n'
        && end >= 2
        && (all[end - 2] == '\n' || (end >= 4 && all[end - 2] == '\r' && all[end - 3] == '\n'));
  }
}
