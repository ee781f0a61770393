package dev.gatewayz.internal.http2;

import static io.netty.handler.codec.http2.Http2Error.ENHANCE_YOUR_CALM;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Exception;

/**
 * Ends connections of servers that send what costs them little and this side much: frames that are
 * to be answered while the answers are not read, and DATA without data. Header blocks and their
 * continuations are bounded by Netty. Runs on the connection's loop.
 */
final class FloodGuard {
  /** More than any number of unread answers that an honest server leaves behind. */
  private static final long MAX_UNREAD_BYTES = 256 * 1024;

  /** Servers do send empty frames, to flush, but not one after the other. */
  private static final int MAX_EMPTY_FRAMES = 100;

  private int emptyFrames;

  /** A frame has come that is answered by itself. */
  void onAnswered(ChannelHandlerContext ctx) throws Http2Exception {
    // Requests stop where the channel is no longer writable; only answers go beyond.
    if (ctx.channel().bytesBeforeWritable() > MAX_UNREAD_BYTES) {
      throw Http2Exception.connectionError(
          ENHANCE_YOUR_CALM, "The server leaves the answers to its frames unread");
    }
  }

  /** DATA has come. */
  void onData(int bytes, boolean end) throws Http2Exception {
    if (bytes > 0 || end) {
      emptyFrames = 0;
    } else if (++emptyFrames > MAX_EMPTY_FRAMES) {
      throw Http2Exception.connectionError(
          ENHANCE_YOUR_CALM, "The server sends one empty frame after the other");
    }
  }
}
