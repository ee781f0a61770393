package dev.gatewayz.internal.http2;

import static io.netty.handler.codec.http2.Http2CodecUtil.FRAME_HEADER_LENGTH;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Flags;
import io.netty.handler.codec.http2.Http2FrameTypes;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersEncoder;

/**
 * Writes frames, those of an ordinary request in one buffer each: Netty writes the nine bytes
 * before a frame apart, which costs as many objects as the frame itself. Whatever is padded, or has
 * no room in one frame, is Netty's affair.
 */
final class WholeFrames extends DefaultHttp2FrameWriter {
  /** To copy so much costs less than another buffer; every peer takes frames of this size. */
  private static final int LARGEST_COPY = 8 * 1024;

  private static final int USUAL_HEADERS = 256;
  private static final short END_STREAM = new Http2Flags().endOfStream(true).value();
  private static final short END_HEADERS = new Http2Flags().endOfHeaders(true).value();

  private final Http2HeadersEncoder headersEncoder;

  WholeFrames(Http2HeadersEncoder headersEncoder) {
    super(headersEncoder);
    this.headersEncoder = headersEncoder;
  }

  @Override
  public ChannelFuture writeData(
      ChannelHandlerContext ctx,
      int streamId,
      ByteBuf data,
      int padding,
      boolean endStream,
      ChannelPromise promise) {
    int length = data.readableBytes();
    if (padding > 0 || length > LARGEST_COPY) {
      return super.writeData(ctx, streamId, data, padding, endStream, promise);
    }
    ByteBuf frame = ctx.alloc().ioBuffer(FRAME_HEADER_LENGTH + length);
    header(frame, length, Http2FrameTypes.DATA, endStream ? END_STREAM : 0, streamId);
    frame.writeBytes(data);
    data.release();
    return ctx.write(frame, promise);
  }

  @Override
  public ChannelFuture writeHeaders(
      ChannelHandlerContext ctx,
      int streamId,
      Http2Headers headers,
      int padding,
      boolean endStream,
      ChannelPromise promise) {
    if (padding > 0) {
      return super.writeHeaders(ctx, streamId, headers, padding, endStream, promise);
    }
    ByteBuf frames = ctx.alloc().ioBuffer(USUAL_HEADERS);
    try {
      frames.writeZero(FRAME_HEADER_LENGTH);
      headersEncoder.encodeHeaders(streamId, headers, frames);
    } catch (Http2Exception | RuntimeException e) {
      frames.release();
      return promise.setFailure(e);
    }
    int flags = endStream ? END_STREAM : 0;
    int length = frames.readableBytes() - FRAME_HEADER_LENGTH;
    if (length > maxFrameSize()) {
      frames = continued(ctx, frames, flags, streamId);
    } else {
      frames.writerIndex(0);
      header(frames, length, Http2FrameTypes.HEADERS, flags | END_HEADERS, streamId);
      frames.writerIndex(FRAME_HEADER_LENGTH + length);
    }
    return ctx.write(frames, promise);
  }

  /** The same block of headers, behind the room for one frame's header, as several frames. */
  private ByteBuf continued(ChannelHandlerContext ctx, ByteBuf block, int flags, int streamId) {
    ByteBuf frames = ctx.alloc().ioBuffer(2 * block.readableBytes());
    block.skipBytes(FRAME_HEADER_LENGTH);
    byte type = Http2FrameTypes.HEADERS;
    int own = flags;
    while (block.isReadable()) {
      int length = Math.min(block.readableBytes(), maxFrameSize());
      int last = length == block.readableBytes() ? END_HEADERS : 0;
      header(frames, length, type, own | last, streamId);
      frames.writeBytes(block, length);
      type = Http2FrameTypes.CONTINUATION;
      own = 0;
    }
    block.release();
    return frames;
  }

  private static void header(ByteBuf out, int length, byte type, int flags, int streamId) {
    out.writeMedium(length).writeByte(type).writeByte(flags).writeInt(streamId);
  }
}
