package dev.gatewayz.internal.http1;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.ConnectionOwner;
import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 connection to a gateway, behind an {@code HttpClientCodec}. All methods run on the
 * event loop of its channel.
 *
 * <p>It is reused if the server allows it and the last response was read to its end. Where the
 * consumer does not keep up, the socket is no longer read: there is no other response on it that
 * could suffer.
 */
public final class Http1ClientConnection extends ChannelDuplexHandler implements Connection {
  private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");

  /** The life of the connection; IDLE and BUSY alternate, the others are only moved on to. */
  private enum State {
    CONNECTING,
    IDLE,
    BUSY,
    CLOSED
  }

  private final ConnectionOwner owner;
  private final int window;
  private final long defaultMaxIdle;

  private State state = State.CONNECTING;
  private boolean draining;
  private boolean reusable;
  private boolean closedByClient;
  private long idleSince = System.nanoTime();
  private long maxIdle;
  private int uncredited;
  private @Nullable ChannelHandlerContext ctx;
  private @Nullable Exchange exchange;
  private @Nullable Throwable failure;

  /**
   * A connection.
   *
   * @param window how many bytes of a response may wait for the consumer before reading stops
   * @param maxIdle how long to keep it idle where the server does not say, in nanoseconds
   */
  public Http1ClientConnection(ConnectionOwner owner, int window, long maxIdle) {
    this.owner = owner;
    this.window = window;
    this.defaultMaxIdle = maxIdle;
    this.maxIdle = maxIdle;
  }

  @Override
  public boolean hasRoom() {
    return state == State.IDLE && !draining;
  }

  @Override
  public int active() {
    return state == State.BUSY ? 1 : 0;
  }

  @Override
  public int limit() {
    return 1;
  }

  @Override
  public void send(Exchange exchange) {
    state = State.BUSY;
    reusable = false;
    uncredited = 0;
    this.exchange = exchange;
    exchange.attach(this, this);
    context().writeAndFlush(requestOf(exchange));
  }

  @Override
  public void credit(Exchange exchange, int bytes) {
    uncredited -= bytes;
    if (uncredited < window) {
      context().channel().config().setAutoRead(true);
    }
  }

  @Override
  public void abort(Exchange exchange) {
    this.exchange = null;
    exchange.detach();
    close();
  }

  @Override
  public void suspect() {
    // The exchange is aborted and the connection closed with it: there is nothing else to save.
  }

  @Override
  public long idleSince() {
    return idleSince;
  }

  @Override
  public long maxIdle() {
    return maxIdle;
  }

  @Override
  public void drain() {
    if (!draining) {
      draining = true;
      owner.onDraining(this);
    }
    if (state == State.IDLE) {
      close();
    }
  }

  @Override
  public void close() {
    closedByClient = true;
    context().close();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    this.ctx = ctx;
    if (ctx.channel().isActive()) {
      open();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    open();
    ctx.fireChannelActive();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    try {
      onMessage((HttpObject) message);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    drain();
    state = State.CLOSED;
    Exchange interrupted = exchange;
    exchange = null;
    if (interrupted != null) {
      interrupted.detach();
      interrupted.onFailure(
          closedByClient
              ? TransportException.of(Kind.CLOSED, "The client was closed.", null)
              : TransportException.of(
                  Kind.RESET, "The connection closed before the response was complete.", failure));
    }
    owner.onClosed(this);
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
    ctx.close();
  }

  private void open() {
    if (state == State.CONNECTING) {
      state = State.IDLE;
      owner.onOpen(this);
    }
  }

  private void onMessage(HttpObject message) {
    Exchange current = exchange;
    if (message.decoderResult().isFailure()) {
      failure = message.decoderResult().cause();
      if (current != null) {
        exchange = null;
        current.detach();
        close();
        current.onFailure(
            TransportException.of(
                Kind.PROTOCOL,
                "The server broke the rules of HTTP/1.1: " + failure.getMessage(),
                failure));
      } else {
        close();
      }
      return;
    }
    if (current == null) {
      close();
      return;
    }
    if (message instanceof HttpResponse response && response.status().code() >= 200) {
      reusable = HttpUtil.isKeepAlive(response);
      maxIdle = KeepAlive.maxIdle(response.headers(), defaultMaxIdle);
      current.begin(new Http1ResponseHead(response));
    }
    if (message instanceof HttpContent content && current.isBegun()) {
      onContent(current, content.content());
      if (message instanceof LastHttpContent && exchange == current) {
        end(current);
      }
    }
  }

  private void onContent(Exchange current, ByteBuf data) {
    int size = data.readableBytes();
    if (size > 0 && exchange == current) {
      uncredited += size - current.onBody(data);
      if (uncredited >= window) {
        context().channel().config().setAutoRead(false);
      }
    }
  }

  private void end(Exchange current) {
    exchange = null;
    current.detach();
    context().channel().config().setAutoRead(true);
    if (reusable && !draining) {
      state = State.IDLE;
      idleSince = System.nanoTime();
      current.onEnd();
      if (hasRoom()) {
        owner.onRoom(this);
      }
    } else {
      drain();
      close();
      current.onEnd();
    }
  }

  private ChannelHandlerContext context() {
    if (ctx == null) {
      throw new IllegalStateException("The connection has no channel yet.");
    }
    return ctx;
  }

  private static DefaultFullHttpRequest requestOf(Exchange exchange) {
    RequestHead head = exchange.head();
    int length = exchange.bodyLength();
    DefaultFullHttpRequest request =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(head.method().toString()),
            head.path().toString(),
            length > 0
                ? Unpooled.wrappedBuffer(exchange.body(), 0, length)
                : Unpooled.EMPTY_BUFFER);
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
