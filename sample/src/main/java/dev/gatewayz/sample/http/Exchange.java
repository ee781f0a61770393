package dev.gatewayz.sample.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one request, whole or as a stream of events. Belongs to the event loop of the
 * connection.
 */
public final class Exchange {
  private final Channel channel;
  private boolean replied;
  private @Nullable EventStream events;

  Exchange(Channel channel) {
    this.channel = channel;
  }

  /** Answers with a file, which the browser asks for anew as often as it shows the page. */
  public void file(String contentType, byte[] bytes) {
    reply(HttpResponseStatus.OK, contentType, bytes);
  }

  /** Answers with JSON. */
  public void json(JsonText json) {
    reply(HttpResponseStatus.OK, "application/json", json.bytes());
  }

  /** Answers that this was not possible, and why. */
  public void fail(int status, String message) {
    reply(
        HttpResponseStatus.valueOf(status),
        "application/json",
        JsonText.object().put("message", message).bytes());
  }

  private void reply(HttpResponseStatus status, String contentType, byte[] bytes) {
    if (!channel.eventLoop().inEventLoop()) {
      channel.eventLoop().execute(() -> reply(status, contentType, bytes));
      return;
    }
    if (replied) {
      return;
    }
    replied = true;
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(bytes));
    SecurityHeaders.addTo(response.headers());
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, contentType)
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_CACHE)
        .setInt(HttpHeaderNames.CONTENT_LENGTH, bytes.length);
    channel.writeAndFlush(response);
  }

  /** Begins to answer with events. */
  public EventStream events() {
    replied = true;
    HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    SecurityHeaders.addTo(response.headers());
    response
        .headers()
        .set(HttpHeaderNames.CONTENT_TYPE, "text/event-stream")
        .set(HttpHeaderNames.CACHE_CONTROL, HttpHeaderValues.NO_STORE);
    HttpUtil.setTransferEncodingChunked(response, true);
    channel.writeAndFlush(response);
    events = new EventStream(channel);
    return events;
  }

  boolean isOver() {
    return replied && (events == null || events.isOver());
  }

  void writable() {
    if (events != null) {
      events.writable();
    }
  }

  void keepAlive() {
    if (events != null) {
      events.keepAlive();
    }
  }

  void gone() {
    if (events != null) {
      events.gone();
    }
  }
}
