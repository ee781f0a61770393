package dev.gatewayz.testkit.internal.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.AbstractHttp2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One HTTP/2 connection: its streams' exchanges, its limits, its end. Confined to the loop. */
final class Http2Session extends Http2ConnectionHandler implements Connection {
  private final ServerContext server;
  private final boolean secure;
  private final int connectionId;
  private final Http2Connection.PropertyKey exchangeKey;
  private long streamLimit;
  private int exchanges;
  private int requests;
  private boolean wentAway;
  private @Nullable ChannelHandlerContext context;

  private Http2Session(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings,
      ServerContext server,
      boolean secure,
      int connectionId) {
    super(decoder, encoder, settings, true);
    this.server = server;
    this.secure = secure;
    this.connectionId = connectionId;
    exchangeKey = connection().newKey();
    streamLimit = server.streamLimit();
    leaveStreamLimitToUs();
    Streams streams = new Streams();
    connection().addListener(streams);
    decoder.frameListener(streams);
    encoder
        .flowController()
        .listener(
            stream -> {
              Http2Exchange exchange = exchange(stream);
              if (exchange != null) {
                exchange.writable();
              }
            });
  }

  static Http2Session create(ServerContext server, boolean secure, int connectionId) {
    return new Builder(server, secure, connectionId).build();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
    context = ctx;
    server.add(this);
    super.handlerAdded(ctx);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    server.remove(this);
    super.channelInactive(ctx);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) throws Exception {
    if (Http2CodecUtil.getEmbeddedHttp2Exception(cause) == null) {
      ctx.close();
    } else {
      super.exceptionCaught(ctx, cause);
    }
  }

  /**
   * The codec would take the body of a stream that it refused for a breach of the protocol, and end
   * the connection.
   */
  private void leaveStreamLimitToUs() {
    connection().remote().maxActiveStreams(Integer.MAX_VALUE);
  }

  @Override
  public Channel channel() {
    return context().channel();
  }

  @Override
  public boolean isIdle() {
    return connection().numActiveStreams() == 0;
  }

  @Override
  public void goAway(Act.GoAway goAway) {
    int last =
        goAway.lastStreamId() == Act.GoAway.LATEST
            ? connection().remote().lastStreamCreated()
            : goAway.lastStreamId();
    cutStreamsAfter(last);
    ByteBuf debug = ByteBufUtil.writeUtf8(context().alloc(), goAway.debug());
    goAway(context(), last, goAway.code(), debug, context().newPromise());
    context().flush();
    wentAway |= last <= connection().remote().lastStreamCreated();
    closeIfDone();
  }

  /** The codec closes what a GOAWAY frame says is not processed. */
  private void cutStreamsAfter(int last) {
    try {
      connection()
          .forEachActiveStream(
              stream -> {
                Http2Exchange exchange = exchange(stream);
                if (stream.id() > last && exchange != null) {
                  exchange.cut();
                }
                return true;
              });
    } catch (Http2Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close(boolean abortive) {
    if (abortive) {
      Sockets.abort(channel());
    } else {
      flush(context());
      Sockets.close(channel());
    }
  }

  @Override
  public void maxConcurrentStreams(long limit) {
    streamLimit = limit;
    Http2Settings change = new Http2Settings().maxConcurrentStreams(limit);
    encoder().writeSettings(context(), change, context().newPromise());
    context().flush();
  }

  /** Where to write; there is one as soon as the session is in a pipeline. */
  ChannelHandlerContext context() {
    if (context == null) {
      throw new IllegalStateException("The session is in no pipeline yet.");
    }
    return context;
  }

  /** Closes a connection that took leave, once nothing is left to answer. */
  private void closeIfDone() {
    if (wentAway && isIdle()) {
      close(false);
    }
  }

  private @Nullable Http2Exchange exchange(@Nullable Http2Stream stream) {
    return stream == null ? null : stream.getProperty(exchangeKey);
  }

  private void open(Http2Stream stream, Http2Headers headers) {
    if (exchanges >= streamLimit) {
      server.observer().streamRefused();
      long code = Http2Error.REFUSED_STREAM.code();
      resetStream(context(), stream.id(), code, context().newPromise());
      return;
    }
    exchanges++;
    Request.Origin origin = new Request.Origin(true, secure, connectionId, stream.id());
    Http2Exchange exchange =
        new Http2Exchange(server, new Request(origin, head(headers)), this, stream);
    stream.setProperty(exchangeKey, exchange);
    requests++;
    if (server.options().requestsPerConnection().orElse(Integer.MAX_VALUE) == requests) {
      goAway(new Act.GoAway(stream.id(), Http2Error.NO_ERROR.code(), ""));
    }
    exchange.begin(exchanges);
  }

  private static Request.Head head(Http2Headers headers) {
    List<Header> plain = new ArrayList<>();
    for (Map.Entry<CharSequence, CharSequence> header : headers) {
      if (!Http2Headers.PseudoHeaderName.hasPseudoHeaderFormat(header.getKey())) {
        plain.add(new Header(header.getKey().toString(), header.getValue().toString()));
      }
    }
    return new Request.Head(
        text(headers.method()), text(headers.path()), text(headers.authority()), plain);
  }

  private static String text(@Nullable CharSequence value) {
    return value == null ? "" : value.toString();
  }

  /** Turns frames and the life of streams into exchanges. */
  private final class Streams extends Http2EventAdapter {
    @Override
    public void onHeadersRead(
        ChannelHandlerContext ctx,
        int streamId,
        Http2Headers headers,
        int dependency,
        short weight,
        boolean exclusive,
        int padding,
        boolean endStream) {
      onHeadersRead(ctx, streamId, headers, padding, endStream);
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext ctx,
        int streamId,
        Http2Headers headers,
        int padding,
        boolean endStream) {
      Http2Stream stream = connection().stream(streamId);
      if (exchange(stream) == null) {
        open(stream, headers);
      }
      endIf(endStream, streamId);
    }

    @Override
    public int onDataRead(
        ChannelHandlerContext ctx, int streamId, ByteBuf data, int padding, boolean endStream) {
      int size = data.readableBytes() + padding;
      Http2Exchange exchange = exchange(connection().stream(streamId));
      if (exchange != null) {
        exchange.received(ByteBufUtil.getBytes(data));
      }
      endIf(endStream, streamId);
      return size;
    }

    private void endIf(boolean endStream, int streamId) {
      Http2Exchange exchange = exchange(connection().stream(streamId));
      if (endStream && exchange != null) {
        exchange.received();
      }
    }

    @Override
    public void onRstStreamRead(ChannelHandlerContext ctx, int streamId, long errorCode) {
      server.observer().resetReceived();
      Http2Exchange exchange = exchange(connection().stream(streamId));
      if (exchange != null) {
        exchange.resetBy(errorCode);
      }
    }

    @Override
    public void onPingRead(ChannelHandlerContext ctx, long data) {
      server.observer().pingReceived();
    }

    @Override
    public void onPingAckRead(ChannelHandlerContext ctx, long data) {
      server.observer().pingAcknowledged();
    }

    @Override
    public void onSettingsAckRead(ChannelHandlerContext ctx) {
      leaveStreamLimitToUs();
      server.observer().settingsAcknowledged();
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
      Http2Exchange exchange = exchange(stream);
      if (exchange != null) {
        exchanges--;
        exchange.closed();
      }
      closeIfDone();
    }
  }

  private static final class Builder
      extends AbstractHttp2ConnectionHandlerBuilder<Http2Session, Builder> {
    private final ServerContext server;
    private final boolean secure;
    private final int connectionId;

    Builder(ServerContext server, boolean secure, int connectionId) {
      this.server = server;
      this.secure = secure;
      this.connectionId = connectionId;
      server(true);
      initialSettings(server.settings());
      gracefulShutdownTimeoutMillis(0);
      decoupleCloseAndGoAway(true);
      validateRequiredPseudoHeaders(true);
      encoderIgnoreMaxHeaderListSize(true);
      encoderEnforceMaxRstFramesPerWindow(0, 0);
      decoderEnforceMaxRstFramesPerWindow(
          server.options().resetLimit(), server.options().resetWindowSeconds());
    }

    @Override
    public Http2Session build() {
      return super.build();
    }

    @Override
    protected Http2Session build(
        Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
      return new Http2Session(decoder, encoder, settings, server, secure, connectionId);
    }
  }
}
