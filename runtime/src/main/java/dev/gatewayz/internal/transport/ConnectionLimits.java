package dev.gatewayz.internal.transport;

/**
 * How many connections there may be to one origin, and who may wait for them.
 *
 * @param http1 the most HTTP/1.1 connections
 * @param http2 the most HTTP/2 connections
 * @param pending the most exchanges that may wait for a connection on one loop
 */
public record ConnectionLimits(int http1, int http2, int pending) {

  /** What a server stands as a rule. */
  public static final ConnectionLimits DEFAULTS = new ConnectionLimits(32, 128, 16 * 1_024);

  /** The same with other limits of connections. */
  public ConnectionLimits with(int http1, int http2) {
    return new ConnectionLimits(http1, http2, pending);
  }
}
