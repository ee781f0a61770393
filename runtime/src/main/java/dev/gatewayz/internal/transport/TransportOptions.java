package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http2.Http2Options;
import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * How connections are made and kept.
 *
 * @param priorKnowledge whether {@code http:} origins are known to speak HTTP/2
 * @param sslContext makes the context of encrypted connections; called once, off the event loops
 * @param proxies which origins are reached through a proxy
 * @param connectTimeout how long a connection may take until it can carry exchanges
 * @param maxAge how long a connection takes exchanges, so that changes of address are noticed
 * @param limits how many there may be
 * @param maxBuffered the most bytes of responses that may wait for their consumers in all
 * @param http1 the set-up of HTTP/1.1 connections
 * @param http2 the set-up of HTTP/2 connections
 */
public record TransportOptions(
    boolean priorKnowledge,
    Callable<SslContext> sslContext,
    ProxyChoice proxies,
    Duration connectTimeout,
    Duration maxAge,
    ConnectionLimits limits,
    long maxBuffered,
    Http1Options http1,
    Http2Options http2) {

  /** How many bytes of responses may wait for their consumers unless a client says otherwise. */
  public static final long MAX_BUFFERED = 256L << 20;
}
