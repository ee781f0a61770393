package dev.gatewayz.testkit.internal.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import java.util.List;

/**
 * Tells, on a cleartext connection, HTTP/2 with prior knowledge from HTTP/1.1 by the first bytes:
 * the HTTP/2 preface begins like no HTTP/1.1 request.
 */
final class ProtocolSniffer extends ByteToMessageDecoder {
  private static final ByteBuf PREFACE = Http2CodecUtil.connectionPrefaceBuf();

  private final Protocols protocols;

  ProtocolSniffer(Protocols protocols) {
    this.protocols = protocols;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    int seen = Math.min(in.readableBytes(), PREFACE.readableBytes());
    boolean preface =
        ByteBufUtil.equals(in, in.readerIndex(), PREFACE, PREFACE.readerIndex(), seen);
    if (!preface) {
      protocols.http1(ctx);
    } else if (seen == PREFACE.readableBytes()) {
      protocols.http2(ctx);
    } else {
      return;
    }
    ctx.pipeline().remove(this);
  }
}
