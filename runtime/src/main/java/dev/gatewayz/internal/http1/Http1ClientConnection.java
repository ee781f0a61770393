package dev.gatewayz.internal.http1;

import dev.gatewayz.internal.http.Connection;
import dev.gatewayz.internal.http.ConnectionOwner;
import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/1.1 connection to a gateway, behind a {@link ResponseDecoder}. All methods run on the
 * event loop of its channel.
 *
 * <p>It is reused if the server allows it, the request was sent to its end and the response read to
 * its end. Where the consumer does not keep up, the socket is no longer read: there is no other
 * response on it that could suffer.
 */
public final class Http1ClientConnection extends ChannelDuplexHandler implements Connection {

  /** The life of the connection; IDLE and BUSY alternate, the others are only moved on to. */
  enum State {
    CONNECTING,
    IDLE,
    BUSY,
    CLOSED
  }

  /** A request and the end of an idle connection meet within that time, if they do. */
  private static final long CROSSING = TimeUnit.SECONDS.toNanos(1);

  private static final int REQUEST_TIMEOUT = 408;

  private final ConnectionOwner owner;
  private final ServerHabits habits;
  private final int window;
  private final long defaultMaxIdle;

  private State state = State.CONNECTING;
  private boolean draining;
  private boolean closedByClient;
  private boolean reading;
  private long idleSince = System.nanoTime();
  private long maxIdle;

  /** What the server does behind the last answer, {@code null} before the first. */
  private ServerHabits.@Nullable Habit habit;

  private @Nullable ChannelHandlerContext ctx;
  private @Nullable String failure;
  private @Nullable Throwable cause;

  // Of the exchange under way:

  private @Nullable Exchange exchange;
  private @Nullable ChannelFuture written;
  private long sentAt;

  /** Whether the response allows for another one after it. */
  private boolean reusable;

  /** How many bytes of the response wait for the consumer. */
  private int uncredited;

  /**
   * A connection.
   *
   * @param habits what is known of the server
   * @param window how many bytes of a response may wait for the consumer before reading stops
   * @param maxIdle how long to keep it idle where the server does not say, in nanoseconds
   */
  public Http1ClientConnection(
      ConnectionOwner owner, ServerHabits habits, int window, long maxIdle) {
    this.owner = owner;
    this.habits = habits;
    this.window = window;
    this.defaultMaxIdle = maxIdle;
    this.maxIdle = maxIdle;
  }

  // What the pool asks.

  @Override
  public boolean hasRoom() {
    return state == State.IDLE && !draining && context().channel().isActive();
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
  public boolean multiplexes() {
    return false;
  }

  @Override
  public void send(Exchange exchange) {
    state = State.BUSY;
    reusable = false;
    uncredited = 0;
    this.exchange = exchange;
    sentAt = System.nanoTime();
    exchange.attach(this, this);
    written = Requests.send(exchange, context());
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
    drain();
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

  // What happens to the channel.

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
    if (!reading) {
      reading = true;
      owner.clock().beginTurn();
    }
    try {
      onMessage((HttpObject) message);
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    reading = false;
    owner.clock().endTurn();
    ctx.fireChannelReadComplete();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    long now = System.nanoTime();
    if (habit != null && !closedByClient && (exchange == null || !exchange.isBegun())) {
      habit.onEnd(now - idleSince, now);
    }
    boolean lost = isLost(now);
    drain();
    state = State.CLOSED;
    Exchange interrupted = release();
    if (interrupted != null) {
      interrupted(interrupted, lost);
    }
    owner.onClosed(this, failure);
    ctx.fireChannelInactive();
  }

  /**
   * Whether the server has not had the request under way: it did not leave to its end, or it met
   * the end of a connection that had been waiting for it.
   */
  private boolean isLost(long now) {
    boolean left = written != null && written.isSuccess();
    return !left || isCrossed(now);
  }

  /** Whether what the server says was said before it had the request, as far as can be told. */
  private boolean isCrossed(long now) {
    return habit != null && now - sentAt < CROSSING;
  }

  private void interrupted(Exchange interrupted, boolean lost) {
    if (closedByClient) {
      interrupted.fail(TransportException.of(Kind.CLOSED, "The client was closed.", null));
      return;
    }
    String message =
        failure == null ? "The connection closed before the response was complete." : failure;
    TransportException reset = TransportException.of(Kind.RESET, message, cause);
    if (lost && !interrupted.isBegun()) {
      owner.resend(interrupted, reset);
    } else {
      interrupted.fail(reset);
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (failure == null) {
      failure = "The connection broke: " + cause.getMessage() + ".";
      this.cause = cause;
    }
    ctx.close();
  }

  private void open() {
    if (state == State.CONNECTING) {
      state = State.IDLE;
      owner.onOpen(this);
    }
  }

  // What the server says.

  private void onMessage(HttpObject message) {
    Exchange current = exchange;
    if (current == null) {
      // Nobody has asked.
      drain();
      close();
    } else if (message.decoderResult().isFailure()) {
      onGarbage(current, message.decoderResult().cause());
    } else {
      if (message instanceof HttpResponse response) {
        onHead(current, response);
      }
      if (message instanceof HttpContent content && current.isBegun()) {
        onContent(current, content.content());
        if (message instanceof LastHttpContent && exchange == current) {
          end(current);
        }
      }
    }
  }

  /**
   * The first thing after a request may be what the server said too much behind the answer before,
   * and so no answer to the request.
   */
  private void onGarbage(Exchange current, Throwable thrown) {
    String message = "The server broke the rules of HTTP/1.1: " + thrown.getMessage() + ".";
    TransportException failure = TransportException.of(Kind.PROTOCOL, message, thrown);
    breakOff();
    if (!current.isBegun() && isCrossed(System.nanoTime())) {
      owner.resend(current, failure);
    } else {
      current.fail(failure);
    }
  }

  private void onHead(Exchange current, HttpResponse response) {
    int status = response.status().code();
    if (status == 101) {
      breakOff();
      current.fail(
          TransportException.of(
              Kind.PROTOCOL,
              "The server switched to another protocol, though it was not asked to.",
              null));
    } else if (status >= 200) {
      // Where neither is there, the end of the connection is the end of the response.
      boolean delimited =
          HttpUtil.isContentLengthSet(response)
              || HttpUtil.isTransferEncodingChunked(response)
              || status == 204
              || status == 304;
      reusable = delimited && HttpUtil.isKeepAlive(response);
      maxIdle = KeepAliveHeader.maxIdle(response.headers(), defaultMaxIdle);
      if (status == REQUEST_TIMEOUT && !reusable && isCrossed(System.nanoTime())) {
        onIdleEnd(current);
      } else {
        current.begin(new Http1ResponseHead(response));
      }
    }
  }

  /**
   * The server has waited for a request in vain, says so and closes the connection: it had not seen
   * the request that it meets by that.
   */
  private void onIdleEnd(Exchange current) {
    breakOff();
    owner.resend(
        current,
        TransportException.of(
            Kind.RESET, "The server closed the connection, for want of a request.", null));
  }

  private void onContent(Exchange current, ByteBuf data) {
    int size = data.readableBytes();
    if (size > 0 && exchange == current) {
      uncredited += size - current.take(data);
      if (uncredited >= window && exchange == current) {
        // What follows the end of an answer takes no room, and is soon over.
        context().channel().config().setAutoRead(!current.isWanted());
      }
    }
  }

  private void end(Exchange current) {
    ChannelFuture sent = written;
    long now = System.nanoTime();
    if (habit != null) {
      habit.onReuse();
    }
    ServerHabits.Habit behind = habits.behind(current.wantsWideWindow());
    habit = behind;
    boolean goesOn =
        reusable && !draining && sent != null && sent.isSuccess() && !behind.closesEarly(now);
    release();
    if (goesOn) {
      context().channel().config().setAutoRead(true);
      state = State.IDLE;
      idleSince = now;
    } else {
      drain();
      close();
    }
    current.conclude();
    if (hasRoom()) {
      owner.onRoom(this);
    }
  }

  /** The server cannot be understood any more. */
  private void breakOff() {
    release();
    drain();
    close();
  }

  /** Lets go of the exchange under way, {@code null} if there is none. */
  private @Nullable Exchange release() {
    Exchange current = exchange;
    exchange = null;
    written = null;
    if (current != null) {
      current.detach();
    }
    return current;
  }

  private ChannelHandlerContext context() {
    if (ctx == null) {
      throw new IllegalStateException("The connection has no channel yet.");
    }
    return ctx;
  }
}
