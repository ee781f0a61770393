package dev.gatewayz.testkit.internal.server;

import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.ssl.SslContext;
import java.util.OptionalInt;

/**
 * What a server is and allows. Immutable, but for the settings, which nobody changes.
 *
 * @param name of its thread
 * @param http2 whether it speaks HTTP/2
 * @param settings its first SETTINGS frame
 * @param requestsPerConnection after how many requests a connection takes no more
 * @param resetLimit how many RST_STREAM frames of a client a connection survives, 0 for any number
 * @param resetWindowSeconds within which they are counted
 * @param tls keys and protocols of the TLS port
 */
public record ServerOptions(
    String name,
    boolean http2,
    Http2Settings settings,
    OptionalInt requestsPerConnection,
    int resetLimit,
    int resetWindowSeconds,
    SslContext tls) {

  /** How many streams a connection may have, unless that is changed while the server runs. */
  long streamLimit() {
    Long limit = settings.maxConcurrentStreams();
    return limit == null ? Integer.MAX_VALUE : limit;
  }
}
