package dev.gatewayz.internal.http2;

/** Remembers which streams were reset from this side not long ago. Not thread-safe. */
final class RecentResets {
  private static final int SIZE = 128;

  private int[] ids = {};
  private int count;

  void add(int streamId) {
    if (ids.length == 0) {
      ids = new int[SIZE];
    }
    ids[count++ % SIZE] = streamId;
  }

  boolean contains(int streamId) {
    for (int id : ids) {
      if (id == streamId) {
        return true;
      }
    }
    return false;
  }
}
