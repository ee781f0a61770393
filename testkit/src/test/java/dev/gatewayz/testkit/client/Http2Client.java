package dev.gatewayz.testkit.client;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2ConnectionHandlerBuilder;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.ssl.SslContext;
import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A plain HTTP/2 client on Netty's own codec: every frame it gets can be looked at, and it returns
 * windows only when told to, if so wished.
 */
public final class Http2Client implements AutoCloseable {
  private static final EventLoopGroup LOOP =
      new MultiThreadIoEventLoopGroup(
          1,
          task -> {
            Thread thread = new Thread(task, "http2-test-client");
            thread.setDaemon(true);
            return thread;
          },
          NioIoHandler.newFactory());

  private final Map<Integer, Http2Call> calls = new ConcurrentHashMap<>();
  private final CompletableFuture<Http2Settings> settings = new CompletableFuture<>();
  private final CompletableFuture<GoAway> goAway = new CompletableFuture<>();
  private final boolean manualWindows;
  private final Http2ConnectionHandler handler;
  private final Channel channel;
  private volatile ChannelHandlerContext context;

  /** What a GOAWAY frame says. */
  public record GoAway(int lastStreamId, long code, String debug) {}

  private Http2Client(int port, Http2Settings initial, boolean manualWindows, SslContext tls) {
    this.manualWindows = manualWindows;
    Frames frames = new Frames();
    handler =
        new Http2ConnectionHandlerBuilder()
            .server(false)
            .initialSettings(initial)
            .frameListener(frames)
            .gracefulShutdownTimeoutMillis(0)
            .build();
    handler.connection().addListener(frames);
    channel =
        new Bootstrap()
            .group(LOOP)
            .channel(NioSocketChannel.class)
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel ch) {
                    if (tls != null) {
                      ch.pipeline().addLast(tls.newHandler(ch.alloc(), "localhost", port));
                    }
                    ch.pipeline().addLast(handler, new Silence());
                    context = ch.pipeline().context(handler);
                  }
                })
            .connect("127.0.0.1", port)
            .syncUninterruptibly()
            .channel();
  }

  /** Connects in cleartext. */
  public static Http2Client connect(int port) {
    return new Http2Client(port, new Http2Settings().pushEnabled(false), false, null);
  }

  /** Connects over TLS. */
  public static Http2Client connect(int port, SslContext tls) {
    return new Http2Client(port, new Http2Settings().pushEnabled(false), false, tls);
  }

  /** Connects with a stream window of that size, and returns no window by itself. */
  public static Http2Client withWindow(int port, int window) {
    Http2Settings settings = new Http2Settings().pushEnabled(false).initialWindowSize(window);
    return new Http2Client(port, settings, true, null);
  }

  /** The server's first settings. */
  public Http2Settings awaitSettings() {
    return await(settings);
  }

  public GoAway awaitGoAway() {
    return await(goAway);
  }

  public boolean sawGoAway() {
    return goAway.isDone();
  }

  /** Waits for the connection to be closed, by whomever. */
  public void awaitClosed() {
    if (!channel.closeFuture().awaitUninterruptibly(10, TimeUnit.SECONDS)) {
      throw new AssertionError("The connection is still open.");
    }
  }

  public boolean isOpen() {
    return channel.isActive();
  }

  public void closeNow() {
    channel.unsafe().closeForcibly();
  }

  public Http2Call get(String path) {
    return send("GET", path, null, true);
  }

  public Http2Call post(String path, String json) {
    return send("POST", path, json.getBytes(StandardCharsets.UTF_8), true);
  }

  /** Sends a request's head and leaves the request open. */
  public Http2Call open(String path) {
    return send("POST", path, null, false);
  }

  private Http2Call send(String method, String path, byte[] body, boolean end) {
    return onLoop(
        () -> {
          int id = handler.connection().local().incrementAndGetNextStreamId();
          Http2Call call = new Http2Call(this, id);
          calls.put(id, call);
          Http2Headers headers =
              new DefaultHttp2Headers()
                  .method(method)
                  .path(path)
                  .scheme("http")
                  .authority("127.0.0.1")
                  .add(AsciiString.of("content-type"), AsciiString.of("application/json"));
          handler
              .encoder()
              .writeHeaders(context, id, headers, 0, end && body == null, context.newPromise())
              .addListener(
                  written -> {
                    if (!written.isSuccess()) {
                      call.failed(written.cause());
                    }
                  });
          if (body != null) {
            ByteBuf data = Unpooled.wrappedBuffer(body);
            handler.encoder().writeData(context, id, data, 0, end, context.newPromise());
          }
          handler.flush(context);
          return call;
        });
  }

  void data(int streamId, byte[] bytes, boolean end) {
    onLoop(
        () -> {
          ByteBuf data = Unpooled.wrappedBuffer(bytes);
          handler.encoder().writeData(context, streamId, data, 0, end, context.newPromise());
          handler.flush(context);
          return null;
        });
  }

  void reset(int streamId, long code) {
    onLoop(
        () -> {
          handler.resetStream(context, streamId, code, context.newPromise());
          handler.flush(context);
          return null;
        });
  }

  /** Returns bytes of a stream, and with them window. */
  void consume(int streamId, int bytes) {
    onLoop(
        () -> {
          Http2Stream stream = handler.connection().stream(streamId);
          if (stream != null) {
            handler.connection().local().flowController().consumeBytes(stream, bytes);
            handler.flush(context);
          }
          return null;
        });
  }

  public void ping() {
    onLoop(
        () -> {
          handler.encoder().writePing(context, false, 1, context.newPromise());
          handler.flush(context);
          return null;
        });
  }

  private <T> T onLoop(Callable<T> task) {
    try {
      return channel.eventLoop().submit(task).get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    channel.close().syncUninterruptibly();
  }

  /** A broken connection is seen by its being closed. */
  private static final class Silence extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      ctx.close();
    }
  }

  private final class Frames extends Http2EventAdapter {
    @Override
    public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings received) {
      // The server's limit is the server's to enforce.
      handler.connection().local().maxActiveStreams(Integer.MAX_VALUE);
      settings.complete(received);
    }

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
      calls.get(streamId).headers(headers, endStream);
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext ctx,
        int streamId,
        Http2Headers headers,
        int padding,
        boolean endStream) {
      calls.get(streamId).headers(headers, endStream);
    }

    @Override
    public int onDataRead(
        ChannelHandlerContext ctx, int streamId, ByteBuf data, int padding, boolean endStream) {
      int size = data.readableBytes();
      byte[] bytes = new byte[size];
      data.readBytes(bytes);
      calls.get(streamId).data(bytes, endStream);
      return manualWindows ? padding : size + padding;
    }

    @Override
    public void onRstStreamRead(ChannelHandlerContext ctx, int streamId, long errorCode) {
      calls.get(streamId).reset(errorCode);
    }

    @Override
    public void onGoAwayRead(
        ChannelHandlerContext ctx, int lastStreamId, long errorCode, ByteBuf debugData)
        throws Http2Exception {
      goAway.complete(
          new GoAway(lastStreamId, errorCode, debugData.toString(StandardCharsets.UTF_8)));
    }

    @Override
    public void onStreamClosed(Http2Stream stream) {
      Http2Call call = calls.get(stream.id());
      if (call != null) {
        call.closed();
      }
    }
  }
}
