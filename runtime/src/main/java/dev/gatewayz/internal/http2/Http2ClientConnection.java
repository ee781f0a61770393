package dev.gatewayz.internal.http2;

import static io.netty.handler.codec.http2.Http2Error.CANCEL;
import static io.netty.handler.codec.http2.Http2Error.NO_ERROR;
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
import io.netty.handler.codec.http2.Http2Connection;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/2 connection to a gateway. All methods run on the event loop of its channel.
 *
 * <p>It is open for exchanges once the server's SETTINGS have arrived, because only they say how
 * many it takes. It stops being open, for good, when the server says so (GOAWAY), when stream ids
 * run out, when it is drained or when it breaks. A slot is free again when the stream is closed,
 * not when the answer is complete.
 */
public final class Http2ClientConnection extends Http2ConnectionHandler implements Connection {

  /** The life of the connection; it only ever moves on. */
  private enum State {
    AWAITING_SETTINGS,
    OPEN,
    DRAINING,
    CLOSED
  }

  private final ConnectionOwner owner;
  private final int maxStreams;
  private final int connectionWindow;
  private final long maxIdle;
  private final Http2Connection.PropertyKey exchangeKey;
  private final Runnable flushTask = this::flushNow;

  private State state = State.AWAITING_SETTINGS;
  private @Nullable ChannelHandlerContext ctx;
  private long idleSince = System.nanoTime();
  private boolean reading;
  private boolean flushScheduled;
  private @Nullable Throwable failure;

  Http2ClientConnection(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings,
      ConnectionOwner owner,
      int maxStreams,
      int connectionWindow,
      long maxIdle) {
    super(decoder, encoder, settings);
    this.owner = owner;
    this.maxStreams = maxStreams;
    this.connectionWindow = connectionWindow;
    this.maxIdle = maxIdle;
    this.exchangeKey = connection().newKey();
    decoder.frameListener(new ClientFrames(this));
    connection().addListener(new StreamEvents(this));
  }

  // What the pool asks.

  @Override
  public boolean hasRoom() {
    return state == State.OPEN && active() < limit() && context().channel().isWritable();
  }

  @Override
  public int active() {
    return connection().local().numActiveStreams();
  }

  @Override
  public int limit() {
    return Math.min(maxStreams, connection().local().maxActiveStreams());
  }

  @Override
  public void send(Exchange exchange) {
    ChannelHandlerContext ctx = context();
    int id = connection().local().incrementAndGetNextStreamId();
    if (id < 0) {
      drain();
      owner.resend(
          exchange,
          TransportException.unprocessed(
              Kind.RESET, "The connection has no stream ids left.", null));
      return;
    }
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
    stream.setProperty(exchangeKey, exchange);
    exchange.attach(this, stream);
    if (hasBody) {
      ByteBuf body = Unpooled.wrappedBuffer(exchange.body(), 0, exchange.bodyLength());
      encoder().writeData(ctx, id, body, 0, true, ctx.newPromise());
    }
    flushSoon();
  }

  @Override
  public void credit(Exchange exchange, int bytes) {
    if (exchange.stream() instanceof Http2Stream stream) {
      try {
        if (connection().local().flowController().consumeBytes(stream, bytes)) {
          flushSoon();
        }
      } catch (Http2Exception e) {
        onError(context(), true, e);
      }
    }
  }

  @Override
  public void abort(Exchange exchange) {
    if (exchange.stream() instanceof Http2Stream stream) {
      forget(exchange, stream);
      ChannelHandlerContext ctx = context();
      resetStream(ctx, stream.id(), CANCEL.code(), ctx.newPromise());
      flushSoon();
    }
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
    if (state.compareTo(State.DRAINING) < 0) {
      state = State.DRAINING;
      owner.onDraining(this);
    }
    closeIfDrained();
  }

  @Override
  public void close() {
    context().close();
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
    Exchange exchange = exchangeOf(stream);
    if (exchange == null) {
      return;
    }
    if (!exchange.isBegun()) {
      if (head.status() < 0) {
        failAndReset(exchange, stream, "The server sent a response without a valid :status.");
        return;
      }
      if (head.status() < 200) {
        return;
      }
      exchange.begin(head);
    }
    if (endOfStream && exchange.stream() == stream) {
      end(exchange, stream);
    }
  }

  /** Returns how many bytes may be taken from the window at once. */
  int onBody(int streamId, ByteBuf data, int padding, boolean endOfStream) {
    Http2Stream stream = connection().stream(streamId);
    Exchange exchange = exchangeOf(stream);
    if (exchange == null) {
      return data.readableBytes() + padding;
    }
    int credited = exchange.onBody(data);
    if (endOfStream && exchange.stream() == stream) {
      end(exchange, stream);
    }
    return credited + padding;
  }

  void onReset(int streamId, long errorCode) {
    Http2Stream stream = connection().stream(streamId);
    Exchange exchange = exchangeOf(stream);
    if (exchange == null) {
      return;
    }
    forget(exchange, stream);
    String message = "The server reset the stream (" + nameOf(errorCode) + ").";
    if (errorCode == REFUSED_STREAM.code()) {
      owner.resend(exchange, TransportException.unprocessed(Kind.RESET, message, null));
    } else {
      exchange.onFailure(TransportException.of(Kind.RESET, message, null));
    }
  }

  /** Called before Netty closes the streams above {@code lastStreamId}. */
  void onGoAway(int lastStreamId, long errorCode, ByteBuf debugData) {
    drain();
    String debug = debugData.toString(StandardCharsets.UTF_8);
    String message =
        "The server closed the connection (GOAWAY "
            + nameOf(errorCode)
            + (debug.isEmpty() ? "" : ": " + debug)
            + ").";
    for (Http2Stream stream : streamsAbove(lastStreamId)) {
      Exchange exchange = exchangeOf(stream);
      if (exchange != null) {
        forget(exchange, stream);
        if (errorCode == NO_ERROR.code()) {
          owner.resend(exchange, TransportException.unprocessed(Kind.RESET, message, null));
        } else {
          // A server that reports its own failure cannot be trusted about what it processed.
          exchange.onFailure(TransportException.of(Kind.RESET, message, null));
        }
      }
    }
    if (errorCode != NO_ERROR.code()) {
      failure = TransportException.of(Kind.RESET, message, null);
    }
  }

  void onStreamClosed(Http2Stream stream) {
    Exchange exchange = exchangeOf(stream);
    if (exchange != null) {
      forget(exchange, stream);
      exchange.onFailure(
          TransportException.of(
              Kind.RESET, "The connection closed before the response was complete.", failure));
    }
    if (state == State.OPEN) {
      if (active() == 0) {
        idleSince = System.nanoTime();
      }
      owner.onRoom(this);
    } else {
      closeIfDrained();
    }
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
    reading = true;
    super.channelRead(ctx, message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    reading = false;
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
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
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
    Http2Stream stream = connection().stream(http2Ex.streamId());
    Exchange exchange = exchangeOf(stream);
    if (exchange != null) {
      forget(exchange, stream);
    }
    super.onStreamError(ctx, outbound, cause, http2Ex);
    if (exchange != null) {
      exchange.onFailure(
          TransportException.of(
              Kind.PROTOCOL, "The server broke the rules of HTTP/2: " + cause.getMessage(), cause));
    }
  }

  private void end(Exchange exchange, Http2Stream stream) {
    forget(exchange, stream);
    exchange.onEnd();
  }

  private void failAndReset(Exchange exchange, Http2Stream stream, String message) {
    forget(exchange, stream);
    ChannelHandlerContext ctx = context();
    resetStream(ctx, stream.id(), Http2Error.PROTOCOL_ERROR.code(), ctx.newPromise());
    exchange.onFailure(TransportException.of(Kind.PROTOCOL, message, null));
  }

  private void forget(Exchange exchange, Http2Stream stream) {
    stream.removeProperty(exchangeKey);
    exchange.detach();
  }

  private @Nullable Exchange exchangeOf(@Nullable Http2Stream stream) {
    return stream == null ? null : stream.getProperty(exchangeKey);
  }

  private List<Http2Stream> streamsAbove(int lastStreamId) {
    List<Http2Stream> streams = new ArrayList<>();
    try {
      connection()
          .forEachActiveStream(
              stream -> {
                if (stream.id() > lastStreamId) {
                  streams.add(stream);
                }
                return true;
              });
    } catch (Http2Exception e) {
      throw new IllegalStateException(e);
    }
    return streams;
  }

  /** The connection window is no instrument of backpressure: only streams hold data back. */
  private void widenConnectionWindow() throws Http2Exception {
    Http2LocalFlowController flow = connection().local().flowController();
    Http2Stream whole = connection().connectionStream();
    int more = connectionWindow - flow.windowSize(whole);
    if (more > 0) {
      flow.incrementWindowSize(whole, more);
      flush(context());
    }
  }

  private void closeIfDrained() {
    if (state == State.DRAINING && active() == 0) {
      context().close();
    }
  }

  /** One flush for all that is written in this turn of the loop. */
  private void flushSoon() {
    if (!reading && !flushScheduled) {
      flushScheduled = true;
      context().executor().execute(flushTask);
    }
  }

  private void flushNow() {
    flushScheduled = false;
    flush(context());
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
