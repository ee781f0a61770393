package dev.gatewayz.testkit.internal.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.concurrent.EventExecutor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

/** An exchange on a stream. */
final class Http2Exchange extends Exchange {
  private final Http2Session session;
  private final Http2Stream stream;
  private Outcome byClient = new Outcome(Outcome.Kind.DISCONNECTED, 0);

  Http2Exchange(ServerContext context, Request request, Http2Session session, Http2Stream stream) {
    super(context, request, session);
    this.session = session;
    this.stream = stream;
  }

  /** The client reset the stream, which is about to close. */
  void resetBy(long code) {
    byClient = new Outcome(Outcome.Kind.RESET, code);
  }

  /** The stream is closed. */
  void closed() {
    over(byClient);
  }

  @Override
  EventExecutor loop() {
    return session.context().executor();
  }

  @Override
  boolean isWritable() {
    return session.encoder().flowController().isWritable(stream);
  }

  @Override
  ChannelPromise newPromise() {
    return session.context().newPromise();
  }

  @Override
  void inform(Act.Inform inform) {
    write(headers(inform.status(), inform.headers()), false, newPromise());
  }

  @Override
  void head(Act.Head head, ChannelPromise written) {
    write(headers(head.status(), head.headers()), head.last(), written);
  }

  @Override
  void body(ByteBuffer bytes, boolean last, ChannelPromise written) {
    ByteBuf data = Unpooled.wrappedBuffer(bytes);
    session.encoder().writeData(session.context(), stream.id(), data, 0, last, written);
    separate();
    stopUploadIf(last, written);
  }

  @Override
  void finish(List<Header> trailers, ChannelPromise written) {
    if (trailers.isEmpty()) {
      body(ByteBuffer.allocate(0), true, written);
    } else {
      write(plain(trailers), true, written);
    }
  }

  @Override
  void reset(long code) {
    session.resetStream(session.context(), stream.id(), code, newPromise());
  }

  @Override
  void ping() {
    session.encoder().writePing(session.context(), false, stream.id(), newPromise());
  }

  @Override
  void flush() {
    session.flush(session.context());
  }

  /** Hands what was queued to the socket now, so that one piece stays one frame. */
  private void separate() {
    try {
      session.encoder().flowController().writePendingBytes();
    } catch (Http2Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void write(Http2Headers headers, boolean last, ChannelPromise written) {
    session.encoder().writeHeaders(session.context(), stream.id(), headers, 0, last, written);
    stopUploadIf(last, written);
  }

  /** An answer that does not wait for the rest of its request tells the client to stop sending. */
  private void stopUploadIf(boolean last, ChannelFuture written) {
    if (last && !isRequestComplete()) {
      written.addListener(
          done -> {
            if (done.isSuccess()) {
              reset(Http2Error.NO_ERROR.code());
            }
          });
    }
  }

  private static Http2Headers headers(int status, List<Header> headers) {
    return plain(headers).status(Integer.toString(status));
  }

  /** Headers as they are, legal or not; only their names are made lower case. */
  private static Http2Headers plain(List<Header> headers) {
    Http2Headers plain = new DefaultHttp2Headers(false);
    headers.forEach(header -> plain.add(header.name().toLowerCase(Locale.ROOT), header.value()));
    return plain;
  }
}
