package dev.gatewayz.internal.http2;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameListener;
import io.netty.handler.codec.http2.Http2FrameListenerDecorator;
import io.netty.handler.codec.http2.Http2FrameReader;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads frames, and drops those of streams that this side has reset: they were on their way. Netty
 * would answer each of them with another reset, which servers count, or write a line into the log.
 * Runs on the connection's loop.
 */
final class LateFrames implements Http2FrameReader {
  private final Http2FrameReader reader;
  private final Http2Connection connection;
  private final RecentResets resets;

  /** What stands between the reader and the listener that it was last called with. */
  private @Nullable Filter filter;

  LateFrames(Http2FrameReader reader, Http2Connection connection, RecentResets resets) {
    this.reader = reader;
    this.connection = connection;
    this.resets = resets;
  }

  @Override
  public void readFrame(ChannelHandlerContext ctx, ByteBuf input, Http2FrameListener listener)
      throws Http2Exception {
    Filter current = filter;
    if (current == null || !current.isBefore(listener)) {
      current = new Filter(listener);
      filter = current;
    }
    reader.readFrame(ctx, input, current);
  }

  @Override
  public Configuration configuration() {
    return reader.configuration();
  }

  @Override
  public void close() {
    reader.close();
  }

  private boolean isLate(int streamId, @Nullable Http2Stream stream) {
    return stream == null ? resets.contains(streamId) : stream.isResetSent();
  }

  private final class Filter extends Http2FrameListenerDecorator {
    Filter(Http2FrameListener listener) {
      super(listener);
    }

    boolean isBefore(Http2FrameListener other) {
      return listener == other;
    }

    @Override
    public int onDataRead(
        ChannelHandlerContext ctx, int streamId, ByteBuf data, int padding, boolean end)
        throws Http2Exception {
      Http2Stream stream = connection.stream(streamId);
      if (!isLate(streamId, stream)) {
        return super.onDataRead(ctx, streamId, data, padding, end);
      }
      // It counts against the connection's window all the same.
      var flow = connection.local().flowController();
      flow.receiveFlowControlledFrame(stream, data, padding, end);
      flow.consumeBytes(stream, data.readableBytes() + padding);
      return data.readableBytes() + padding;
    }

    @Override
    public void onHeadersRead(
        ChannelHandlerContext ctx, int streamId, Http2Headers headers, int padding, boolean end)
        throws Http2Exception {
      if (!isLate(streamId, connection.stream(streamId))) {
        super.onHeadersRead(ctx, streamId, headers, padding, end);
      }
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
        boolean end)
        throws Http2Exception {
      if (!isLate(streamId, connection.stream(streamId))) {
        super.onHeadersRead(
            ctx, streamId, headers, streamDependency, weight, exclusive, padding, end);
      }
    }
  }
}
