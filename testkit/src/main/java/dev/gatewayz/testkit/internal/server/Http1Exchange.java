package dev.gatewayz.testkit.internal.server;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.concurrent.EventExecutor;
import java.nio.ByteBuffer;
import java.util.List;

/** An exchange in its turn on a connection. */
final class Http1Exchange extends Exchange {
  private static final DefaultHttpHeadersFactory UNCHECKED =
      DefaultHttpHeadersFactory.headersFactory().withValidation(false);

  private final Http1Session session;

  /** Whether the client can tell where the body ends. */
  private boolean delimited = true;

  /**
   * What {@code content-length} has promised and is still owed; negative if it promised nothing.
   */
  private long owed = -1;

  Http1Exchange(ServerContext context, Request request, Http1Session session) {
    super(context, request, session);
    this.session = session;
  }

  @Override
  EventExecutor loop() {
    return session.context().executor();
  }

  @Override
  boolean isWritable() {
    return session.context().channel().isWritable();
  }

  @Override
  ChannelPromise newPromise() {
    return session.context().newPromise();
  }

  @Override
  void inform(Act.Inform inform) {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(inform.status()),
            Unpooled.EMPTY_BUFFER,
            UNCHECKED,
            UNCHECKED);
    inform.headers().forEach(header -> response.headers().add(header.name(), header.value()));
    session.context().write(response);
  }

  @Override
  void head(Act.Head head, ChannelPromise written) {
    HttpResponse response =
        new DefaultHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(head.status()), UNCHECKED);
    HttpHeaders headers = response.headers();
    head.headers().forEach(header -> headers.add(header.name(), header.value()));
    if (head.untilClose()) {
      delimited = false;
    } else if (headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
      owed = Long.parseLong(headers.get(HttpHeaderNames.CONTENT_LENGTH));
    } else {
      headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    }
    if (!delimited || !session.isPersistent()) {
      headers.set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
    session.context().write(response);
    if (head.last()) {
      finish(List.of(), written);
    }
  }

  @Override
  void body(ByteBuffer bytes, boolean last, ChannelPromise written) {
    owed -= bytes.remaining();
    DefaultHttpContent content = new DefaultHttpContent(Unpooled.wrappedBuffer(bytes));
    if (last) {
      session.context().write(content);
      finish(List.of(), written);
    } else {
      session.context().write(content, written);
    }
  }

  @Override
  void finish(List<Header> trailers, ChannelPromise written) {
    DefaultLastHttpContent end = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER, UNCHECKED);
    trailers.forEach(header -> end.trailingHeaders().add(header.name(), header.value()));
    boolean reusable = delimited && owed <= 0 && isRequestComplete();
    written.addListener((ChannelFutureListener) done -> session.answered(reusable));
    session.context().write(end, written);
  }

  @Override
  void reset(long code) {
    session.close(true);
  }

  @Override
  void ping() {
    // HTTP/1.1 has none.
  }

  @Override
  void flush() {
    session.context().flush();
  }
}
