package dev.gatewayz.benchmarks.client;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocal;
import java.io.IOException;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One connection of {@link FloorHttp1Client}. Runs on its event loop. */
final class FloorHttp1Connection extends ChannelInboundHandlerAdapter {
  private static final FastThreadLocal<FloorHttp1Connection> CURRENT = new FastThreadLocal<>();

  private final Target target;
  private final Deque<FloorHttp1Connection> idle;
  private final Map<String, byte[]> bodies = new HashMap<>();
  private @Nullable ChannelHandlerContext ctx;
  private @Nullable Pieces pieces;
  private long messages;

  FloorHttp1Connection(Target target, Deque<FloorHttp1Connection> idle) {
    this.target = target;
    this.idle = idle;
  }

  /** The connection whose answer this thread is just handing on, if any. */
  static @Nullable FloorHttp1Connection current() {
    return CURRENT.get();
  }

  EventLoop loop() {
    return (EventLoop) context().executor();
  }

  void send(String model, Pieces pieces) {
    this.pieces = pieces;
    byte[] body = bodies.computeIfAbsent(model, FloorConnection::body);
    FullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, Target.PATH, Unpooled.wrappedBuffer(body));
    request
        .headers()
        .set(HttpHeaderNames.HOST, Target.HOST + ":" + target.port())
        .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
        .set(HttpHeaderNames.ACCEPT, "application/json")
        .set(HttpHeaderNames.USER_AGENT, "floor")
        .set(HttpHeaderNames.AUTHORIZATION, "Bearer gw_live_0123456789abcdef")
        .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
    context().writeAndFlush(request, context().voidPromise());
  }

  private ChannelHandlerContext context() {
    if (ctx == null) {
      throw new IllegalStateException("not connected");
    }
    return ctx;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    this.ctx = ctx;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    messages++;
    ReferenceCountUtil.release(message);
    Pieces answered = pieces;
    if (message instanceof LastHttpContent && answered != null) {
      pieces = null;
      idle.addFirst(this);
      CURRENT.set(this);
      answered.end(null);
      CURRENT.remove();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    fail(new IOException("The server closed the connection."));
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    fail(cause);
    ctx.close();
  }

  private void fail(Throwable cause) {
    Pieces unanswered = pieces;
    pieces = null;
    idle.remove(this);
    if (unanswered != null) {
      unanswered.end(cause);
    }
  }

  /** How many messages of the codec there were. */
  long messages() {
    return messages;
  }
}
