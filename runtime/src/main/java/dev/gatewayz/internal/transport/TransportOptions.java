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
 * @param connectTimeout how long a connection may take until it can carry exchanges
 * @param maxHttp1Connections the most HTTP/1.1 connections to one origin
 * @param maxHttp2Connections the most HTTP/2 connections to one origin
 * @param maxPending the most exchanges that may wait for a connection on one loop and origin
 * @param http2 the set-up of HTTP/2 connections
 * @param http1Window how many bytes of an HTTP/1.1 response may wait for the consumer
 * @param http1MaxIdle how long an HTTP/1.1 connection is kept where the server does not say
 */
public record TransportOptions(
    boolean priorKnowledge,
    Callable<SslContext> sslContext,
    Duration connectTimeout,
    int maxHttp1Connections,
    int maxHttp2Connections,
    int maxPending,
    Http2Options http2,
    int http1Window,
    Duration http1MaxIdle) {}
