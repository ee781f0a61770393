package dev.gatewayz.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a gateway is reached.
 *
 * @param maxHttp2 The most connections that speak HTTP/2.
 * @param maxHttp1 The most connections that speak HTTP/1.1.
 * @param maxAge How long a connection is used.
 * @param closeGrace How long calls under way may take to end when the application stops.
 * @param proxy The proxy, as in http://proxy.acme.com:3128. Default: as the environment says.
 * @param noProxy Whether the environment's proxy is passed by.
 * @param allowPlaintext Whether the key may be sent unencrypted to another machine.
 * @param http2PriorKnowledge Whether http: gateways speak HTTP/2 from the start.
 */
public record ConnectionProperties(
    @Nullable Integer maxHttp2,
    @Nullable Integer maxHttp1,
    @Nullable Duration maxAge,
    @Nullable Duration closeGrace,
    @Nullable String proxy,
    @Nullable Boolean noProxy,
    @Nullable Boolean allowPlaintext,
    @Nullable Boolean http2PriorKnowledge) {}
