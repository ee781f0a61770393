package dev.gatewayz.sample.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.regex.Pattern;

/**
 * The rule that only this server's own page may talk to it: other sites, which a browser on this
 * machine may have open as well, would spend the money of the key.
 */
final class SameOrigin {
  private static final Pattern LOOPBACK = Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d+)?");

  private SameOrigin() {}

  static void check(HttpHeaders headers) {
    String host = headers.get(HttpHeaderNames.HOST, "");
    if (!LOOPBACK.matcher(host).matches()) {
      throw new BadInputException(421, "This server is known as 127.0.0.1 and localhost only.");
    }
    String origin = headers.get(HttpHeaderNames.ORIGIN);
    if (origin != null && !origin.equals("http://" + host)) {
      throw new BadInputException(403, "Only the page of this server may do that.");
    }
  }
}
