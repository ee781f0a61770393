package dev.gatewayz.internal.http2;

import static io.netty.handler.codec.http2.Http2Error.CANCEL;
import static io.netty.handler.codec.http2.Http2Error.ENHANCE_YOUR_CALM;
import static io.netty.handler.codec.http2.Http2Error.INTERNAL_ERROR;
import static io.netty.handler.codec.http2.Http2Error.NO_ERROR;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.ConnectionOwner;
import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import dev.gatewayz.internal.time.Nanos;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Exception.StreamException;
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
  private static final int FIRST_STREAM_ID = 3;
  private static final int LAST_STREAM_ID = 1 << 30;
  private static final long REFUSAL_MEMORY = TimeUnit.SECONDS.toNanos(10);

  /** The life of the connection; it only ever moves on. */
  enum State {
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
  private final StreamResets resets;
  private final ChannelFutureListener onHeadersWritten = this::onHeadersWritten;

  private State state = State.AWAITING_SETTINGS;
  private long idleSince = System.nanoTime();

  /** The last stream whose headers the operating system has taken, if not one after it. */
  private int lastWrittenStream = 1;

  private long refusedAt;
  private boolean refused;
  private boolean closedByClient;
  private @Nullable ChannelHandlerContext ctx;
  private @Nullable String failure;
  private @Nullable Throwable cause;

  Http2ClientConnection(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      RecentResets recentResets,
      ConnectionOwner owner,
      Http2Options options) {
    super(decoder, encoder, settings(options));
    this.owner = owner;
    this.options = options;
    this.keepAlive =
        new KeepAlive(
            this, owner.clock(), Nanos.of(options.pingInterval()), Nanos.of(options.pingTimeout()));
    this.resets = new StreamResets(this, recentResets);
    gracefulShutdownTimeoutMillis(0);
    decoder.frameListener(new ServerFrames(this, options, exchanges, keepAlive));
    connection().addListener(new StreamEvents(this));
  }

  private static Http2Settings settings(Http2Options options) {
    return new Http2Settings()
        .pushEnabled(false)
        .initialWindowSize(options.streamWindow())
        .maxHeaderListSize(options.maxHeaderListSize());
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
  public boolean multiplexes() {
    return true;
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
      lastWrittenStream += 2;
      exchange.fail(
          TransportException.of(
              Kind.PROTOCOL, "The request headers could not be written.", written.cause()));
      return;
    }
    written.addListener(onHeadersWritten);
    exchanges.put(stream, exchange, this);
    if (hasBody) {
      encoder().writeData(ctx, id, exchange.body(ctx.alloc()), 0, true, ctx.newPromise());
    }
    flush.soon(ctx);
    keepAlive.onStream(ctx);
    if (id >= LAST_STREAM_ID) {
      drain();
    }
  }

  /** Headers are written in the order of their streams. */
  private void onHeadersWritten(ChannelFuture written) {
    if (written.isSuccess()) {
      lastWrittenStream += 2;
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
      reset(stream, CANCEL);
      closeIfDrained();
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
    return Nanos.of(options.maxIdle());
  }

  @Override
  public void drain() {
    if (state.compareTo(State.DRAINING) < 0) {
      become(State.DRAINING);
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
      become(State.OPEN);
      owner.onOpen(this);
    } else if (hasRoom()) {
      owner.onRoom(this);
    }
  }

  /** The server has not processed the request, and says so. */
  void onRefused(Exchange exchange, TransportException refusal) {
    long now = System.nanoTime();
    if (refused && now - refusedAt < REFUSAL_MEMORY) {
      drain();
    }
    refused = true;
    refusedAt = now;
    owner.resendLater(exchange, refusal);
  }

  /** Called before Netty closes the streams above {@code lastStreamId}. */
  void onGoAway(int lastStreamId, long errorCode, ByteBuf debugData) {
    String debug = debugData.toString(StandardCharsets.UTF_8);
    String message =
        "The server closed the connection (GOAWAY "
            + nameOf(errorCode)
            + (debug.isEmpty() ? "" : ": " + debug)
            + ").";
    if (errorCode != NO_ERROR.code()) {
      broken(message, null);
    }
    boolean tooManyPings =
        errorCode == ENHANCE_YOUR_CALM.code() && debug.contains("too_many_pings");
    if (tooManyPings) {
      owner.onTooManyPings();
    }
    drain();
    // A server that reports an error cannot be trusted about what it processed: some do not count
    // the stream on which it came up.
    boolean trusted = errorCode == NO_ERROR.code() || tooManyPings;
    TransportException failure = TransportException.of(Kind.RESET, message, null);
    for (Http2Stream stream : exchanges.above(lastStreamId)) {
      Exchange exchange = exchanges.take(stream);
      if (exchange != null && trusted && lastStreamId >= FIRST_STREAM_ID) {
        owner.passOn(exchange, failure);
      } else if (exchange != null && trusted) {
        owner.resend(exchange, failure);
      } else if (exchange != null) {
        exchange.fail(failure);
      }
    }
  }

  void onStreamClosed(Http2Stream stream) {
    Exchange exchange = exchanges.take(stream);
    if (active() == 0) {
      idleSince = System.nanoTime();
    }
    if (exchange != null) {
      interrupted(exchange, stream);
    }
    if (state == State.OPEN) {
      owner.onRoom(this);
    } else {
      closeIfDrained();
    }
  }

  /** The stream is gone, and the response is not whole. */
  private void interrupted(Exchange exchange, Http2Stream stream) {
    if (closedByClient) {
      exchange.fail(TransportException.of(Kind.CLOSED, "The client was closed.", null));
      return;
    }
    String message =
        failure == null ? "The connection closed before the response was complete." : failure;
    if (stream.id() > lastWrittenStream) {
      owner.resend(exchange, TransportException.of(Kind.RESET, message, cause));
    } else {
      exchange.fail(TransportException.of(Kind.RESET, message, cause));
    }
  }

  /** The response on a stream is whole. */
  void end(@Nullable Http2Stream stream) {
    Exchange exchange = exchanges.take(stream);
    if (stream != null && stream.state() == Http2Stream.State.OPEN) {
      // The server has answered without reading all of the request, which nobody needs any more.
      reset(stream, CANCEL);
    }
    if (exchange != null) {
      exchange.conclude();
    }
  }

  void reset(@Nullable Http2Stream stream, Http2Error error) {
    if (stream != null) {
      resets.reset(context(), stream, error);
      if (resets.areMany()) {
        drain();
      }
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
    broken(reason, null);
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
    keepAlive.onReadComplete();
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
      become(State.CLOSED);
      owner.onClosed(this, failure);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    onError(ctx, false, cause);
  }

  @Override
  protected void onConnectionError(
      ChannelHandlerContext ctx, boolean outbound, Throwable cause, Http2Exception http2Ex) {
    boolean isBreach = http2Ex != null && http2Ex.error() != INTERNAL_ERROR;
    broken(
        (isBreach
                ? "The server broke the rules of HTTP/2, and the connection was closed: "
                : "The connection broke: ")
            + cause.getMessage()
            + ".",
        cause);
    // First, or a connection that carries nothing would be closed without a word about the reason.
    super.onConnectionError(ctx, outbound, cause, http2Ex);
    drain();
  }

  @Override
  protected void onStreamError(
      ChannelHandlerContext ctx, boolean outbound, Throwable cause, StreamException http2Ex) {
    // What could not be written is no breach: the end of the stream, which follows, tells more.
    Exchange exchange = outbound ? null : exchanges.take(connection().stream(http2Ex.streamId()));
    super.onStreamError(ctx, outbound, cause, http2Ex);
    resets.onReset(http2Ex.streamId());
    if (exchange != null) {
      exchange.fail(
          TransportException.of(
              Kind.PROTOCOL,
              "The server broke the rules of HTTP/2: " + cause.getMessage() + ".",
              cause));
    }
  }

  void flushSoon() {
    flush.soon(context());
  }

  void flushNow() {
    flush(context());
  }

  /** The connection window is no instrument of backpressure: only streams hold data back. */
  private void widenConnectionWindow() throws Http2Exception {
    Http2Stream whole = connection().connectionStream();
    int more = options.connectionWindow() - decoder().flowController().windowSize(whole);
    if (more > 0) {
      decoder().flowController().incrementWindowSize(whole, more);
      flushNow();
    }
  }

  private void closeIfDrained() {
    // Streams that nobody waits for end with the connection, which costs no reset.
    if (state == State.DRAINING && exchanges.isEmpty()) {
      context().channel().close();
    }
  }

  private void broken(String failure, @Nullable Throwable cause) {
    // The first reason is the cause of all others.
    if (this.failure == null) {
      this.failure = failure;
      this.cause = cause;
    }
  }

  private void become(State next) {
    if (next.compareTo(state) <= 0) {
      throw new IllegalStateException("From " + state + " to " + next + ".");
    }
    state = next;
  }

  private ChannelHandlerContext context() {
    if (ctx == null) {
      throw new IllegalStateException("The connection has no channel yet.");
    }
    return ctx;
  }

  static String nameOf(long errorCode) {
    Http2Error error = Http2Error.valueOf(errorCode);
    return error == null ? "code " + errorCode : error.name();
  }
}
