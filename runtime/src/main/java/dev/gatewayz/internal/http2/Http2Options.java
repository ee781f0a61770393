package dev.gatewayz.internal.http2;

import java.time.Duration;

/**
 * How HTTP/2 connections are set up.
 *
 * @param maxStreams the most exchanges a connection carries, whatever the server allows
 * @param streamWindow how many bytes of one response may be under way, at least 65,535
 * @param wideWindow the same for a response that is wanted in one piece and turns out to be large
 * @param connectionWindow how many bytes of all responses together may be under way
 * @param maxHeaderListSize the largest response head, in bytes as HTTP/2 counts them
 * @param maxIdle how long a connection may carry nothing before it is closed
 * @param pingInterval how long a server with open streams may be silent before it is pinged
 * @param pingTimeout how long it may take to answer
 */
public record Http2Options(
    int maxStreams,
    int streamWindow,
    int wideWindow,
    int connectionWindow,
    int maxHeaderListSize,
    Duration maxIdle,
    Duration pingInterval,
    Duration pingTimeout) {

  /** What suits gateways. */
  public static final Http2Options DEFAULTS =
      new Http2Options(
          1_024,
          64 * 1_024,
          1 << 20,
          16 << 20,
          32 * 1_024,
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10));

  private static final int LARGE_FRAME = 8 * 1_024;

  /** A frame of that many bytes shows that a response is large. */
  int largeFrame() {
    return LARGE_FRAME;
  }

  /** The same, but pinging more rarely. */
  public Http2Options withPingInterval(Duration pingInterval) {
    return new Http2Options(
        maxStreams,
        streamWindow,
        wideWindow,
        connectionWindow,
        maxHeaderListSize,
        maxIdle,
        pingInterval,
        pingTimeout);
  }
}
