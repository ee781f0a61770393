package dev.gatewayz.internal.time;

/**
 * The time on an event loop, in {@link System#nanoTime()}, as far as it has been looked at: to look
 * costs about a tenth of what it takes to read a chunk. Runs on its loop.
 */
public final class LoopTime {
  private long last = System.nanoTime();

  /**
   * When the loop could begin with what came in at {@code heardAt}: whatever ran before is over.
   */
  public long since(long heardAt) {
    return last - heardAt > 0 ? last : heardAt;
  }

  /** Looks what time it is. */
  public long look() {
    last = System.nanoTime();
    return last;
  }
}
