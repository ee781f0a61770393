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
 * @param maxHttp1Connections the most HTTP/1.1 connections to one origin
 * @param maxHttp2Connections the most HTTP/2 connections to one origin
 * @param maxPending the most exchanges that may wait for a connection on one loop and origin
 * @param maxAge how long a connection takes exchanges, so that changes of address are noticed
 * @param maxBuffered the most bytes of responses that may wait for their consumers in all
 * @param http2 the set-up of HTTP/2 connections
 * @param http1Window how many bytes of an HTTP/1.1 response may wait for the consumer
 * @param http1MaxIdle how long an HTTP/1.1 connection is kept where the server does not say
 */
public record TransportOptions(
    boolean priorKnowledge,
    Callable<SslContext> sslContext,
    ProxyChoice proxies,
    Duration connectTimeout,
    int maxHttp1Connections,
    int maxHttp2Connections,
    int maxPending,
    Duration maxAge,
    long maxBuffered,
    Http2Options http2,
    int http1Window,
    Duration http1MaxIdle) {}
