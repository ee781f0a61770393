package dev.gatewayz.fault;

import java.util.HashMap;
import java.util.Map;

/** How much the client lets the server send, on the connection and on each stream. */
final class Windows {
  private static final int CONNECTION = 0;
  private static final long USUAL = 65_535;

  /** What was granted beyond the initial windows, less what was sent. */
  private final Map<Integer, Long> grants = new HashMap<>();

  private long initial = USUAL;

  /** Takes note of what the client grants. */
  void received(Frame frame) {
    if (frame.type() == Frame.SETTINGS) {
      frame.setting(Frame.INITIAL_WINDOW_SIZE).ifPresent(size -> initial = size);
    } else if (frame.type() == Frame.WINDOW_UPDATE) {
      grants.merge(frame.streamId(), (long) frame.increment(), Long::sum);
    }
  }

  boolean hasRoomFor(Frame data) {
    int size = data.payload().length;
    return left(CONNECTION, USUAL) >= size && left(data.streamId(), initial) >= size;
  }

  void sent(Frame data) {
    long size = data.payload().length;
    grants.merge(CONNECTION, -size, Long::sum);
    grants.merge(data.streamId(), -size, Long::sum);
  }

  private long left(int streamId, long initialWindow) {
    return initialWindow + grants.getOrDefault(streamId, 0L);
  }
}
