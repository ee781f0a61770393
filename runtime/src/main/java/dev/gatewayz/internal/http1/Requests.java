package dev.gatewayz.internal.http1;

import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.RequestHead;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;

/** Exchanges as HTTP/1.1 writes them. */
final class Requests {
  private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");

  private Requests() {}

  static FullHttpRequest of(Exchange exchange, ByteBufAllocator allocator) {
    RequestHead head = exchange.head();
    int length = exchange.bodyLength();
    DefaultFullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(head.method().toString()),
            head.path().toString(),
            length > 0 ? exchange.body(allocator) : Unpooled.EMPTY_BUFFER);
    HttpHeaders headers = request.headers();
    headers.set(HttpHeaderNames.HOST, head.authority());
    AsciiString[] fixed = head.headers();
    for (int i = 0; i < fixed.length; i += 2) {
      headers.set(fixed[i], fixed[i + 1]);
    }
    headers.set(REQUEST_ID, exchange.requestId());
    if (length > 0) {
      headers.set(HttpHeaderNames.CONTENT_LENGTH, length);
    }
    return request;
  }
}
