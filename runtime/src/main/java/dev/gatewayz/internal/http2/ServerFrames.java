package dev.gatewayz.internal.http2;

import static io.netty.handler.codec.http2.Http2Error.PROTOCOL_ERROR;
import static io.netty.handler.codec.http2.Http2Error.REFUSED_STREAM;

import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2LocalFlowController;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;

/**
 * Hands what the server sends to the exchanges it is for, and the rest to the connection. Runs on
 * the connection's loop.
 */
final class ServerFrames extends Http2EventAdapter {
  private final Http2ClientConnection owner;
  private final Http2Connection connection;
  private final Http2Options options;
  private final StreamExchanges exchanges;
  private final KeepAlive keepAlive;
  private final FloodGuard flood = new FloodGuard();

  ServerFrames(
      Http2ClientConnection owner,
      Http2Options options,
      StreamExchanges exchanges,
      KeepAlive keepAlive) {
    this.owner = owner;
    this.connection = owner.connection();
    this.options = options;
    this.exchanges = exchanges;
    this.keepAlive = keepAlive;
  }

  @Override
  public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings)
      throws Http2Exception {
    flood.onAnswered(ctx);
    owner.onSettings();
  }

  @Override
  public void onPingRead(ChannelHandlerContext ctx, long data) throws Http2Exception {
    flood.onAnswered(ctx);
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx,
      int streamId,
      Http2Headers headers,
      int streamDependency,
      short weight,
      boolean exclusive,
      int padding,
      boolean end) {
    onHeadersRead(ctx, streamId, headers, padding, end);
  }

  @Override
  public void onHeadersRead(
      ChannelHandlerContext ctx, int streamId, Http2Headers headers, int padding, boolean end) {
    Http2Stream stream = connection.stream(streamId);
    Exchange exchange = exchanges.get(stream);
    if (exchange == null) {
      return;
    }
    keepAlive.onResponse();
    // A second head is the trailers, in which nothing is of interest.
    if (!exchange.isBegun()) {
      int status = Http2ResponseHead.statusOf(headers);
      if (status < 100 || (status < 200 && end)) {
        exchanges.take(stream);
        owner.reset(stream, PROTOCOL_ERROR);
        exchange.fail(
            TransportException.of(
                Kind.PROTOCOL,
                status < 100
                    ? "The server sent a response without a valid :status."
                    : "The server ended its response with the status " + status + ".",
                null));
        return;
      }
      if (status < 200) {
        return;
      }
      exchange.begin(new Http2ResponseHead(status, headers));
    }
    if (end) {
      owner.end(stream);
    }
  }

  @Override
  public int onDataRead(
      ChannelHandlerContext ctx, int streamId, ByteBuf data, int padding, boolean end)
      throws Http2Exception {
    flood.onData(data.readableBytes(), end);
    Http2Stream stream = connection.stream(streamId);
    Exchange exchange = exchanges.get(stream);
    if (exchange == null) {
      return data.readableBytes() + padding;
    }
    keepAlive.onResponse();
    if (!exchange.isBegun()) {
      exchanges.take(stream);
      owner.reset(stream, PROTOCOL_ERROR);
      exchange.fail(
          TransportException.of(
              Kind.PROTOCOL, "The server sent a body before the head of its response.", null));
      return data.readableBytes() + padding;
    }
    if (data.readableBytes() >= options.largeFrame() && exchange.wantsWideWindow()) {
      widen(stream);
    }
    int credited = exchange.take(data);
    if (end) {
      owner.end(stream);
    }
    return credited + padding;
  }

  private void widen(Http2Stream stream) throws Http2Exception {
    Http2LocalFlowController flow = connection.local().flowController();
    int more = options.wideWindow() - flow.initialWindowSize(stream);
    if (more > 0) {
      flow.incrementWindowSize(stream, more);
    }
  }

  @Override
  public void onRstStreamRead(ChannelHandlerContext ctx, int streamId, long errorCode) {
    Exchange exchange = exchanges.take(connection.stream(streamId));
    if (exchange == null) {
      return;
    }
    String message =
        "The server reset the stream (" + Http2ClientConnection.nameOf(errorCode) + ").";
    if (errorCode == REFUSED_STREAM.code()) {
      owner.onRefused(exchange, TransportException.of(Kind.RESET, message, null));
    } else {
      exchange.fail(TransportException.of(Kind.RESET, message, null));
    }
  }
}
