package dev.gatewayz.testkit.internal.server;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection: one exchange after the other; what a client sends ahead of its turn
 * waits. Confined to the loop.
 */
final class Http1Session extends ChannelInboundHandlerAdapter implements Connection {
  private final ServerContext server;
  private final boolean secure;
  private final int connectionId;
  private final Queue<HttpObject> ahead = new ArrayDeque<>();
  private @Nullable ChannelHandlerContext context;
  private @Nullable Http1Exchange exchange;
  private int requests;
  private boolean persistent = true;

  Http1Session(ServerContext server, boolean secure, int connectionId) {
    this.server = server;
    this.secure = secure;
    this.connectionId = connectionId;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    context = ctx;
    server.add(this);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    server.remove(this);
    ahead.forEach(ReferenceCountUtil::release);
    ahead.clear();
    if (exchange != null) {
      exchange.over(new Outcome(Outcome.Kind.DISCONNECTED, 0));
      exchange = null;
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (exchange != null) {
      exchange.writable();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    HttpObject part = (HttpObject) message;
    if (!ahead.isEmpty() || (part instanceof HttpRequest && exchange != null)) {
      ahead.add(part);
    } else {
      read(part);
    }
  }

  private void read(HttpObject part) {
    try {
      if (part.decoderResult().isFailure()) {
        refuse();
      } else if (part instanceof HttpRequest request) {
        open(request);
      }
      if (part instanceof HttpContent content && exchange != null) {
        exchange.received(ByteBufUtil.getBytes(content.content()));
        if (part instanceof LastHttpContent) {
          exchange.received();
        }
      }
    } finally {
      ReferenceCountUtil.release(part);
    }
  }

  private void open(HttpRequest request) {
    requests++;
    if (!HttpUtil.isKeepAlive(request)
        || server.options().requestsPerConnection().orElse(Integer.MAX_VALUE) == requests) {
      persistent = false;
    }
    Request.Origin origin = new Request.Origin(false, secure, connectionId, requests);
    exchange = new Http1Exchange(server, new Request(origin, head(request)), this);
    exchange.begin(1);
    if (HttpUtil.is100ContinueExpected(request) && !exchange.isAnswering()) {
      context()
          .writeAndFlush(
              new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private static Request.Head head(HttpRequest request) {
    List<Header> headers = new ArrayList<>();
    request
        .headers()
        .forEach(header -> headers.add(new Header(header.getKey(), header.getValue())));
    String authority = request.headers().get(HttpHeaderNames.HOST, "");
    return new Request.Head(request.method().name(), request.uri(), authority, headers);
  }

  /** What came is no HTTP/1.1. */
  private void refuse() {
    DefaultFullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST);
    response.headers().set(HttpHeaderNames.CONNECTION, "close");
    HttpUtil.setContentLength(response, 0);
    context().writeAndFlush(response);
    Sockets.close(channel());
  }

  /**
   * The exchange has written all it will write.
   *
   * @param reusable whether the client can tell where the answer ends, and has sent all it would
   */
  void answered(boolean reusable) {
    Http1Exchange done = exchange;
    if (done == null) {
      return;
    }
    exchange = null;
    done.over(new Outcome(Outcome.Kind.DISCONNECTED, 0));
    if (persistent && reusable) {
      next();
    } else if (!done.isRequestComplete()) {
      Sockets.closeOutput(channel());
    } else {
      Sockets.close(channel());
    }
  }

  /** Goes on with what was sent ahead. */
  private void next() {
    while (!ahead.isEmpty() && !(ahead.peek() instanceof HttpRequest && exchange != null)) {
      read(ahead.remove());
    }
  }

  /** Whether the connection stays open after this exchange. */
  boolean isPersistent() {
    return persistent;
  }

  @Override
  public Channel channel() {
    return context().channel();
  }

  @Override
  public boolean isIdle() {
    return exchange == null;
  }

  @Override
  public void goAway(Act.GoAway goAway) {
    persistent = false;
    if (isIdle()) {
      close(false);
    }
  }

  @Override
  public void close(boolean abortive) {
    if (abortive) {
      Sockets.abort(channel());
    } else {
      context().flush();
      Sockets.close(channel());
    }
  }

  @Override
  public void maxConcurrentStreams(long limit) {
    // One at a time, by nature.
  }

  /** Where to write; there is one as soon as the session is in a pipeline. */
  ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("The session is in no pipeline yet.");
    }
    return context;
  }
}
