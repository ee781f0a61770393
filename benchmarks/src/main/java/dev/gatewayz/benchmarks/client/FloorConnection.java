package dev.gatewayz.benchmarks.client;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionDecoder;
import io.netty.handler.codec.http2.DefaultHttp2ConnectionEncoder;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2LocalFlowController;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One connection of {@link FloorClient}. Runs on its event loop. */
final class FloorConnection extends Http2ConnectionHandler {
  private static final int WINDOW = 1 << 20;

  private final Target target;
  private final IntObjectMap<Pieces> streams = new IntObjectHashMap<>();

  /** Those whose first frame is told; none where frames are only counted. */
  private final IntObjectMap<Pieces> unbegun = new IntObjectHashMap<>();

  private final Map<String, byte[]> bodies = new HashMap<>();
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private @Nullable ChannelHandlerContext ctx;
  private boolean reading;
  private long frames;

  private FloorConnection(
      Target target,
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings) {
    super(decoder, encoder, settings);
    this.target = target;
    decoder.frameListener(new Frames());
  }

  static FloorConnection create(Target target) {
    Http2Connection connection = new DefaultHttp2Connection(false);
    connection.local().flowController(new DefaultHttp2LocalFlowController(connection, 0.5f, true));
    Http2ConnectionEncoder encoder =
        new DefaultHttp2ConnectionEncoder(connection, new DefaultHttp2FrameWriter());
    Http2ConnectionDecoder decoder =
        new DefaultHttp2ConnectionDecoder(connection, encoder, new DefaultHttp2FrameReader());
    Http2Settings settings = new Http2Settings().pushEnabled(false).initialWindowSize(WINDOW);
    return new FloorConnection(target, decoder, encoder, settings);
  }

  CompletableFuture<Void> opened() {
    return opened;
  }

  boolean isCurrent() {
    return context().executor().inEventLoop();
  }

  void execute(Runnable task) {
    context().executor().execute(task);
  }

  void send(String model, Pieces pieces) {
    ChannelHandlerContext ctx = context();
    byte[] body = bodies.computeIfAbsent(model, FloorConnection::body);
    Http2Headers headers =
        new DefaultHttp2Headers(false)
            .method("POST")
            .scheme(target.secure() ? "https" : "http")
            .authority(Target.HOST)
            .path(Target.PATH)
            .add("content-type", "application/json")
            .add("accept", "application/json")
            .add("user-agent", "floor")
            .add("authorization", "Bearer gw_live_0123456789abcdef")
            .addInt("content-length", body.length);
    int id = connection().local().incrementAndGetNextStreamId();
    streams.put(id, pieces);
    if (model.endsWith(":first")) {
      unbegun.put(id, pieces);
    }
    encoder().writeHeaders(ctx, id, headers, 0, false, ctx.newPromise());
    encoder().writeData(ctx, id, Unpooled.wrappedBuffer(body), 0, true, ctx.newPromise());
    if (!reading) {
      flush(ctx);
    }
  }

  static byte[] body(String model) {
    String text =
        "{\"model\":\""
            + model
            + "\",\"messages\":[{\"role\":\"system\",\"content\":\""
            + Client.SYSTEM
            + "\"},{\"role\":\"user\",\"content\":\""
            + (Client.INSTRUCTION + Client.TEXT).replace("\"", "\\\"").replace("\n", "\\n")
            + "\"}],\"temperature\":0.2}";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private ChannelHandlerContext context() {
    if (ctx == null) {
      throw new IllegalStateException("not connected");
    }
    return ctx;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
    this.ctx = ctx;
    super.handlerAdded(ctx);
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
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    super.channelInactive(ctx);
    IOException closed = new IOException("The server closed the connection.");
    List<Pieces> unanswered = List.copyOf(streams.values());
    streams.clear();
    unanswered.forEach(pieces -> pieces.end(closed));
  }

  private void begun(int id) {
    Pieces pieces = unbegun.remove(id);
    if (pieces != null) {
      pieces.piece("");
    }
  }

  private void ended(int id) {
    Pieces pieces = streams.remove(id);
    if (pieces != null) {
      pieces.end(null);
    }
  }

  private final class Frames extends Http2EventAdapter {
    @Override
    public void onSettingsRead(ChannelHandlerContext ctx, Http2Settings settings)
        throws Http2Exception {
      connection()
          .local()
          .flowController()
          .incrementWindowSize(connection().connectionStream(), 16 * WINDOW);
      flush(ctx);
      opened.complete(null);
    }

    @Override
    public int onDataRead(
        ChannelHandlerContext ctx, int streamId, ByteBuf data, int padding, boolean end) {
      frames++;
      if (!unbegun.isEmpty()) {
        begun(streamId);
      }
      int size = data.readableBytes() + padding;
      if (end) {
        ended(streamId);
      }
      return size;
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext ctx, int streamId, Http2Headers headers, int padding, boolean end) {
      frames++;
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
      frames++;
    }
  }

  /** How many frames there were. */
  long frames() {
    return frames;
  }
}
