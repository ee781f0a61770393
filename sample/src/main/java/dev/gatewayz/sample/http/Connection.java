package dev.gatewayz.sample.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * One browser's connection: reads a request whole, has a route answer it, and reads the next one.
 * All methods run on the connection's event loop.
 */
final class Connection extends SimpleChannelInboundHandler<HttpObject> {
  private static final Logger LOG = System.getLogger(Connection.class.getName());

  private static final int MAX_BODY = 65_536;

  /** How much of a body that is too long is read away, so that its sender can read why. */
  private static final int MAX_DISCARDED = 32 << 20;

  private final Routes routes;
  private @Nullable HttpRequest head;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
  private int discarded;
  private @Nullable Exchange exchange;

  Connection(Routes routes) {
    this.routes = routes;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, HttpObject message)
      throws IOException {
    if (exchange != null && !exchange.isOver()) {
      // No browser asks again before it has its answer.
      context.close();
      return;
    }
    if (message instanceof HttpRequest request) {
      head = request;
      body.reset();
      discarded = 0;
    }
    if (message.decoderResult().isFailure()) {
      context.close();
      return;
    }
    if (message instanceof HttpContent content) {
      collect(context, content.content());
    }
    if (message instanceof LastHttpContent && head != null) {
      HttpRequest whole = head;
      head = null;
      answer(context, whole);
    }
  }

  private void collect(ChannelHandlerContext context, ByteBuf content) throws IOException {
    int length = content.readableBytes();
    if (discarded == 0 && body.size() + length <= MAX_BODY) {
      content.readBytes(body, length);
      return;
    }
    body.reset();
    discarded += length;
    if (discarded > MAX_DISCARDED) {
      context.close();
    }
  }

  private void answer(ChannelHandlerContext context, HttpRequest request) {
    Exchange begun = new Exchange(context.channel());
    exchange = begun;
    try {
      SameOrigin.check(request.headers());
      if (discarded > 0) {
        throw new BadInputException(413, "That is too long: at most 64 KB are taken.");
      }
      Request whole = Request.of(request.method(), request.uri(), body.toByteArray());
      routes.find(whole).handle(whole, begun);
    } catch (BadInputException e) {
      begun.fail(e.status(), String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "A route failed.", e);
      begun.fail(500, "This server made a mistake; its log says which.");
    }
    body.reset();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (exchange != null && context.channel().isWritable()) {
      exchange.writable();
    }
  }

  /**
   * Of a connection that is silent for long, nobody reads; one that is silent for a while lives.
   */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent idle) {
      if (idle.state() == IdleState.ALL_IDLE) {
        context.close();
      } else if (exchange != null) {
        exchange.keepAlive();
      }
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (exchange != null) {
      exchange.gone();
    }
  }

  /** Lost connections are no news. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!(cause instanceof IOException)) {
      LOG.log(Level.ERROR, "A connection failed.", cause);
    }
    context.close();
  }
}
