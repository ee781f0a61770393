package dev.gatewayz.internal.http2;

import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.RequestHead;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersEncoder.SensitivityDetector;
import io.netty.handler.codec.http2.ReadOnlyHttp2Headers;
import io.netty.util.AsciiString;
import java.util.Arrays;

/**
 * The headers of an exchange as HTTP/2 writes them.
 *
 * <p>What differs from request to request is marked as never to be indexed, which keeps it out of
 * the compression table, so that it does not push out what repeats.
 */
final class RequestHeaders {
  private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
  private static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");

  /** Compares by identity: the only names asked for are the constants above. */
  @SuppressWarnings("ReferenceEquality")
  static final SensitivityDetector NOT_REPEATED =
      (name, value) -> name == REQUEST_ID || name == CONTENT_LENGTH;

  private RequestHeaders() {}

  static Http2Headers of(Exchange exchange) {
    RequestHead head = exchange.head();
    AsciiString[] fixed = head.headers();
    boolean hasBody = exchange.bodyLength() > 0;
    AsciiString[] headers = Arrays.copyOf(fixed, fixed.length + (hasBody ? 4 : 2));
    headers[fixed.length] = REQUEST_ID;
    headers[fixed.length + 1] = exchange.requestId();
    if (hasBody) {
      headers[fixed.length + 2] = CONTENT_LENGTH;
      headers[fixed.length + 3] = decimal(exchange.bodyLength());
    }
    return ReadOnlyHttp2Headers.clientHeaders(
        false, head.method(), head.path(), head.scheme(), head.authority(), headers);
  }

  /** A number above zero. */
  private static AsciiString decimal(int number) {
    int digits = 0;
    for (int rest = number; rest > 0; rest /= 10) {
      digits++;
    }
    byte[] text = new byte[digits];
    for (int rest = number; rest > 0; rest /= 10) {
      text[--digits] = (byte) ('0' + rest % 10);
    }
    return new AsciiString(text, false);
  }
}
