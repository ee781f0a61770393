package dev.gatewayz.internal.http2;

import static io.netty.handler.codec.http2.Http2Error.CANCEL;
import static io.netty.handler.codec.http2.Http2Error.ENHANCE_YOUR_CALM;
import static io.netty.handler.codec.http2.Http2Error.NO_ERROR;
import static io.netty.handler.codec.http2.Http2Error.PROTOCOL_ERROR;
import static io.netty.handler.codec.http2.Http2Error.REFUSED_STREAM;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.ConnectionOwner;
import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Exception.StreamException;
import io.netty.handler.codec.http2.Http2LocalFlowController;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/2 connection to a gateway. All methods run on the event loop of its channel.
 *
 * <p>It is open for exchanges once the server's SETTINGS have arrived, because only they say how
 * many it takes. It stops being open, for good, when the server says so (GOAWAY, or refusing
 * streams again and again), when stream ids run out, when it is drained or when it breaks. A slot
 * is free again when the stream is closed, not when the answer is complete.
 */
public final class Http2ClientConnection extends Http2ConnectionHandler implements Connection {
  private static final int LAST_STREAM_ID = 1 << 30;
  private static final long REFUSAL_MEMORY = TimeUnit.SECONDS.toNanos(10);
  private static final long QUIET_CANCEL_GRACE_SECONDS = 30;

  /** The life of the connection; it only ever moves on. */
  private enum State {
    AWAITING_SETTINGS,
    OPEN,
    DRAINING,
    CLOSED
  }

  private final ConnectionOwner owner;
  private final Http2Options options;
  private final StreamExchanges exchanges = new StreamExchanges(connection());
  private final FlushOnce flush = new FlushOnce(this);
  private final KeepAlive keepAlive;
  private final ResetBudget resets = new ResetBudget(System.nanoTime());

  private State state = State.AWAITING_SETTINGS;
  private long idleSince = System.nanoTime();
  private long refusedAt;
  private boolean refused;
  private boolean quiet;
  private boolean closedByClient;
  private @Nullable ChannelHandlerContext ctx;
  private @Nullable Throwable failure;

  Http2ClientConnection(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings,
      ConnectionOwner owner,
      Http2Options options) {
    super(decoder, encoder, settings);
    this.owner = owner;
    this.options = options;
    this.keepAlive = new KeepAlive(this, options.pingInterval(), options.pingTimeout());
    gracefulShutdownTimeoutMillis(0);
    decoder.frameListener(new ClientFrames(this));
    connection().addListener(new StreamEvents(this));
  }

  // What the pool asks.

  @Override
  public boolean hasRoom() {
    return state == State.OPEN
        && active() < limit()
        && !keepAlive.isProbing()
        && context().channel().isWritable();
  }

  @Override
  public int active() {
    return connection().local().numActiveStreams();
  }

  @Override
  public int limit() {
    return Math.min(options.maxStreams(), connection().local().maxActiveStreams());
  }

  @Override
  public void send(Exchange exchange) {
    ChannelHandlerContext ctx = context();
    int id = connection().local().incrementAndGetNextStreamId();
    boolean hasBody = exchange.bodyLength() > 0;
    ChannelFuture written =
        encoder().writeHeaders(ctx, id, RequestHeaders.of(exchange), 0, !hasBody, ctx.newPromise());
    Http2Stream stream = connection().stream(id);
    if (stream == null || written.cause() != null) {
      exchange.onFailure(
          TransportException.unprocessed(
              Kind.PROTOCOL, "The request headers could not be written.", written.cause()));
      return;
    }
    exchanges.put(stream, exchange, this);
    if (hasBody) {
      ByteBuf body = Unpooled.wrappedBuffer(exchange.body(), 0, exchange.bodyLength());
      encoder().writeData(ctx, id, body, 0, true, ctx.newPromise());
    }
    flush.soon(ctx);
    keepAlive.onStream(ctx);
    if (id >= LAST_STREAM_ID) {
      drain();
    }
  }

  @Override
  public void credit(Exchange exchange, int bytes) {
    if (exchange.stream() instanceof Http2Stream stream) {
      try {
        if (connection().local().flowController().consumeBytes(stream, bytes)) {
          flush.soon(context());
        }
      } catch (Http2Exception e) {
        onError(context(), true, e);
      }
    }
  }

  @Override
  public void abort(Exchange exchange) {
    if (exchange.stream() instanceof Http2Stream stream) {
      exchanges.take(stream);
      if (resets.spend(System.nanoTime())) {
        reset(stream, CANCEL);
      } else if (!quiet) {
        // The server is left to finish this one and those to come: what it sends is thrown away.
        quiet = true;
        ChannelHandlerContext ctx = context();
        Runnable close = () -> ctx.channel().close();
        ctx.executor().schedule(close, QUIET_CANCEL_GRACE_SECONDS, TimeUnit.SECONDS);
      }
      if (resets.isHigh()) {
        drain();
      }
    }
  }

  @Override
  public void suspect() {
    keepAlive.suspect(context());
  }

  @Override
  public long idleSince() {
    return idleSince;
  }

  @Override
  public long maxIdle() {
    return options.maxIdle();
  }

  @Override
  public void drain() {
    if (state.compareTo(State.DRAINING) < 0) {
      state = State.DRAINING;
      owner.onDraining(this);
    }
    closeIfDrained();
  }

  @Override
  public void close() {
    closedByClient = true;
    context().channel().close();
  }

  // What the server says.

  void onSettings() {
    if (state == State.AWAITING_SETTINGS) {
      state = State.OPEN;
      owner.onOpen(this);
    } else if (hasRoom()) {
      owner.onRoom(this);
    }
  }

  void onHead(int streamId, Http2ResponseHead head, boolean endOfStream) {
    Http2Stream stream = connection().stream(streamId);
    Exchange exchange = exchanges.get(stream);
    if (exchange == null) {
      return;
    }
    keepAlive.onResponse();
    if (!exchange.isBegun()) {
      if (head.status() < 0) {
        exchanges.take(stream);
        reset(stream, PROTOCOL_ERROR);
        exchange.onFailure(
            TransportException.of(
                Kind.PROTOCOL, "The server sent a response without a valid :status.", null));
        return;
      }
      if (head.status() < 200) {
        return;
      }
      exchange.begin(head);
    }
    if (endOfStream) {
      end(stream);
    }
  }

  /** Returns how many bytes may be taken from the window at once. */
  int onBody(int streamId, ByteBuf data, int padding, boolean endOfStream) throws Http2Exception {
    Http2Stream stream = connection().stream(streamId);
    Exchange exchange = exchanges.get(stream);
    if (exchange == null) {
      return data.readableBytes() + padding;
    }
    keepAlive.onResponse();
    if (data.readableBytes() >= options.largeFrame() && exchange.wantsWideWindow()) {
      int more = options.wideWindow() - flowController().windowSize(stream);
      if (more > options.wideWindow() / 2) {
        flowController().incrementWindowSize(stream, more);
      }
    }
    int credited = exchange.onBody(data);
    if (endOfStream) {
      end(stream);
    }
    return credited + padding;
  }

  void onReset(int streamId, long errorCode) {
    Exchange exchange = exchanges.take(connection().stream(streamId));
    if (exchange == null) {
      return;
    }
    String message = "The server reset the stream (" + nameOf(errorCode) + ").";
    if (errorCode == REFUSED_STREAM.code()) {
      long now = System.nanoTime();
      if (refused && now - refusedAt < REFUSAL_MEMORY) {
        drain();
      }
      refused = true;
      refusedAt = now;
      owner.resend(exchange, TransportException.unprocessed(Kind.RESET, message, null));
    } else {
      exchange.onFailure(TransportException.of(Kind.RESET, message, null));
    }
  }

  /** Called before Netty closes the streams above {@code lastStreamId}. */
  void onGoAway(int lastStreamId, long errorCode, ByteBuf debugData) {
    String debug = debugData.toString(StandardCharsets.UTF_8);
    String message =
        "The server closed the connection (GOAWAY "
            + nameOf(errorCode)
            + (debug.isEmpty() ? "" : ": " + debug)
            + ").";
    if (errorCode != NO_ERROR.code() && failure == null) {
      failure = TransportException.of(Kind.RESET, message, null);
    }
    if (errorCode == ENHANCE_YOUR_CALM.code() && debug.contains("too_many_pings")) {
      owner.onTooManyPings();
    }
    drain();
    // A server that reports a failure of its own cannot be trusted about what it processed.
    boolean trusted = errorCode == NO_ERROR.code() || errorCode == ENHANCE_YOUR_CALM.code();
    for (Http2Stream stream : exchanges.above(lastStreamId)) {
      Exchange exchange = exchanges.take(stream);
      if (exchange != null && trusted) {
        owner.resend(exchange, TransportException.unprocessed(Kind.RESET, message, null));
      } else if (exchange != null) {
        exchange.onFailure(TransportException.of(Kind.RESET, message, null));
      }
    }
  }

  void onStreamClosed(Http2Stream stream) {
    Exchange exchange = exchanges.take(stream);
    if (exchange != null) {
      exchange.onFailure(
          closedByClient
              ? TransportException.of(Kind.CLOSED, "The client was closed.", null)
              : TransportException.of(
                  Kind.RESET, "The connection closed before the response was complete.", failure));
    }
    if (active() == 0) {
      idleSince = System.nanoTime();
    }
    if (state == State.OPEN) {
      owner.onRoom(this);
    } else {
      closeIfDrained();
    }
  }

  // What the keep-alive finds out.

  void ping() {
    ChannelHandlerContext ctx = context();
    encoder().writePing(ctx, false, System.nanoTime(), ctx.newPromise());
    flush.soon(ctx);
  }

  /** The peer is there after all. */
  void onProbed() {
    if (hasRoom()) {
      owner.onRoom(this);
    }
  }

  /** The peer is gone. */
  void onDead(String reason) {
    failure = TransportException.of(Kind.RESET, reason, null);
    drain();
    // Without the farewell that nobody would read.
    context().close();
  }

  // What happens to the channel.

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
    this.ctx = ctx;
    super.handlerAdded(ctx);
    if (ctx.channel().isActive()) {
      widenConnectionWindow();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) throws Exception {
    super.channelActive(ctx);
    widenConnectionWindow();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) throws Exception {
    flush.onRead();
    keepAlive.onRead();
    super.channelRead(ctx, message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    flush.onReadComplete();
    super.channelReadComplete(ctx);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
    super.channelWritabilityChanged(ctx);
    if (hasRoom()) {
      owner.onRoom(this);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    drain();
    super.channelInactive(ctx);
    if (state != State.CLOSED) {
      state = State.CLOSED;
      owner.onClosed(this);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (failure == null) {
      failure = cause;
    }
    onError(ctx, false, cause);
  }

  @Override
  protected void onConnectionError(
      ChannelHandlerContext ctx, boolean outbound, Throwable cause, Http2Exception http2Ex) {
    if (failure == null) {
      failure = cause;
    }
    drain();
    super.onConnectionError(ctx, outbound, cause, http2Ex);
  }

  @Override
  protected void onStreamError(
      ChannelHandlerContext ctx, boolean outbound, Throwable cause, StreamException http2Ex) {
    Exchange exchange = exchanges.take(connection().stream(http2Ex.streamId()));
    super.onStreamError(ctx, outbound, cause, http2Ex);
    if (exchange != null) {
      exchange.onFailure(
          TransportException.of(
              Kind.PROTOCOL, "The server broke the rules of HTTP/2: " + cause.getMessage(), cause));
    }
  }

  void flushNow() {
    flush(context());
  }

  private void end(Http2Stream stream) {
    Exchange exchange = exchanges.take(stream);
    if (exchange != null) {
      exchange.onEnd();
    }
  }

  private void reset(@Nullable Http2Stream stream, Http2Error error) {
    if (stream != null) {
      ChannelHandlerContext ctx = context();
      resetStream(ctx, stream.id(), error.code(), ctx.newPromise());
      flush.soon(ctx);
    }
  }

  /** The connection window is no instrument of backpressure: only streams hold data back. */
  private void widenConnectionWindow() throws Http2Exception {
    Http2Stream whole = connection().connectionStream();
    int more = options.connectionWindow() - flowController().windowSize(whole);
    if (more > 0) {
      flowController().incrementWindowSize(whole, more);
      flushNow();
    }
  }

  private Http2LocalFlowController flowController() {
    return connection().local().flowController();
  }

  private void closeIfDrained() {
    if (state == State.DRAINING && active() == 0) {
      close();
    }
  }

  private ChannelHandlerContext context() {
    if (ctx == null) {
      throw new IllegalStateException("The connection has no channel yet.");
    }
    return ctx;
  }

  private static String nameOf(long errorCode) {
    Http2Error error = Http2Error.valueOf(errorCode);
    return error == null ? "code " + errorCode : error.name();
  }
}
