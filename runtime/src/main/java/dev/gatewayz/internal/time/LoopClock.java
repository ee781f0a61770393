package dev.gatewayz.internal.time;

/**
 * The time on one event loop, read rarely: asking the system takes longer than handing on a piece
 * of a stream. It is read when bytes come in and whenever code of the user has run, so that in
 * between, while a loop looks at what has come in, {@link #last} is right to a few microseconds.
 */
public final class LoopClock {
  private long last = System.nanoTime();

  /** Now, in {@link System#nanoTime}. */
  public long read() {
    last = System.nanoTime();
    return last;
  }

  /** What was read last. Only for what bytes that came in have brought. */
  public long last() {
    return last;
  }
}
