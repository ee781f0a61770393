package dev.gatewayz.fault;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A request that came by HTTP/2. Immutable.
 *
 * @param streamId the stream it came by
 * @param headers by name, pseudo-headers too; of several by one name the last
 * @param body as UTF-8
 */
public record Http2Request(int streamId, Map<String, String> headers, String body) {

  /** Copies the headers. */
  public Http2Request {
    headers = Map.copyOf(headers);
  }

  Http2Request(int streamId, Map<String, String> headers, byte[] body) {
    this(streamId, headers, new String(body, StandardCharsets.UTF_8));
  }
}
