package dev.gatewayz.internal.http2;

import dev.gatewayz.internal.time.LoopClock;
import io.netty.channel.ChannelHandlerContext;
import java.util.concurrent.TimeUnit;

/**
 * Finds out whether a silent peer is still there, with PING. Runs on the connection's loop.
 *
 * <p>Any frame is a sign of life, so a busy connection is never pinged. There is one timer, which
 * is not touched when frames arrive: it looks back when it fires. Without open streams there is
 * none. Pings that nothing but their answers comes between become rarer, but never cease.
 */
final class KeepAlive {
  /** Servers take offence at more pings than this that no data comes between... */
  private static final int FREE_PINGS = 2;

  /** ...unless these are far apart: ten times 30 s is what the strictest of them put up with. */
  private static final int LONGEST = 10;

  private static final long PROBE_TIMEOUT = TimeUnit.SECONDS.toNanos(2);
  private static final long SILENCE = TimeUnit.SECONDS.toNanos(1);

  /** What the timer waits for. */
  private enum State {
    /** Nothing: there is no timer. */
    OFF,
    /** A long silence. */
    WATCHING,
    /** A sign of life after a ping. */
    PINGED
  }

  private final Http2ClientConnection connection;
  private final LoopClock clock;
  private final long interval;
  private final long timeout;

  private State state = State.OFF;
  private long lastSign;
  private long pingedAt;
  private int pingsWithoutData;
  private boolean probing;

  /** Which timer counts; those with another number have been replaced. */
  private int timer;

  /**
   * A keep-alive that is off.
   *
   * @param interval how long a peer with open streams may be silent before it is pinged, in
   *     nanoseconds
   * @param timeout how long it may take to answer
   */
  KeepAlive(Http2ClientConnection connection, LoopClock clock, long interval, long timeout) {
    this.connection = connection;
    this.clock = clock;
    this.lastSign = System.nanoTime();
    this.interval = interval;
    this.timeout = timeout;
  }

  /** A stream was opened. */
  void onStream(ChannelHandlerContext ctx) {
    if (state == State.OFF) {
      state = State.WATCHING;
      schedule(ctx, interval);
    }
  }

  /** Something has arrived. */
  void onRead() {
    lastSign = clock.beginTurn();
    if (probing) {
      probing = false;
      connection.onProbed();
    }
  }

  /** All that has arrived was handed on. */
  void onReadComplete() {
    clock.endTurn();
  }

  /** A part of a response has arrived. */
  void onResponse() {
    pingsWithoutData = 0;
  }

  /** Whether it is in doubt that the peer is there. */
  boolean isProbing() {
    return probing;
  }

  /** A call has waited in vain: unless the peer was heard of just now, ask it. */
  void suspect(ChannelHandlerContext ctx) {
    long now = System.nanoTime();
    if (probing || now - lastSign < SILENCE) {
      return;
    }
    probing = true;
    if (state != State.PINGED) {
      ping(now);
    }
    schedule(ctx, PROBE_TIMEOUT);
  }

  private void ping(long now) {
    state = State.PINGED;
    pingedAt = now;
    pingsWithoutData++;
    connection.ping();
  }

  private void schedule(ChannelHandlerContext ctx, long delay) {
    int number = ++timer;
    ctx.executor()
        .schedule(
            () -> {
              if (number == timer) {
                onTimer(ctx);
              }
            },
            delay,
            TimeUnit.NANOSECONDS);
  }

  /** How much longer than usual a silence may be after so many pings that no data came between. */
  static int factor(int pings) {
    int beyond = Math.max(0, pings - FREE_PINGS + 1);
    return beyond > 3 ? LONGEST : 1 << beyond;
  }

  private void onTimer(ChannelHandlerContext ctx) {
    long now = System.nanoTime();
    if (state == State.PINGED && lastSign - pingedAt < 0) {
      connection.onDead(
          "The server has not answered a PING for "
              + TimeUnit.NANOSECONDS.toMillis(now - pingedAt)
              + " ms.");
      return;
    }
    if (connection.active() == 0) {
      state = State.OFF;
      return;
    }
    state = State.WATCHING;
    long silence = now - lastSign;
    long patience = interval * factor(pingsWithoutData);
    if (silence < patience) {
      schedule(ctx, patience - silence);
    } else {
      ping(now);
      schedule(ctx, timeout);
    }
  }
}
