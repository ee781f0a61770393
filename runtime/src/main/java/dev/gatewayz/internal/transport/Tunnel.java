package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Origin;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Opens a tunnel through an HTTP proxy, then leaves the pipeline. The proxy gets its own
 * credentials and nothing that is meant for the origin.
 */
final class Tunnel extends ByteToMessageDecoder {
  private static final int MAX_HEAD = 16 * 1024;

  private final Proxy proxy;
  private final Origin origin;
  private final Runnable onOpen;
  private final Consumer<String> onRefused;
  private boolean over;

  /**
   * A tunnel to be opened by a channel that is connected to the proxy.
   *
   * @param onOpen runs when what is written goes to the origin
   * @param onRefused gets the reason if there will be no tunnel
   */
  Tunnel(Proxy proxy, Origin origin, Runnable onOpen, Consumer<String> onRefused) {
    this.proxy = proxy;
    this.origin = origin;
    this.onOpen = onOpen;
    this.onRefused = onRefused;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    String host = origin.host().indexOf(':') >= 0 ? "[" + origin.host() + "]" : origin.host();
    String target = host + ":" + origin.port();
    StringBuilder request = new StringBuilder();
    request.append("CONNECT ").append(target).append(" HTTP/1.1\r\nHost: ").append(target);
    if (proxy.authorization() != null) {
      request.append("\r\nProxy-Authorization: ").append(proxy.authorization());
    }
    request.append("\r\n\r\n");
    ctx.writeAndFlush(Unpooled.copiedBuffer(request, StandardCharsets.US_ASCII));
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    if (over) {
      in.skipBytes(in.readableBytes());
      return;
    }
    int end = endOfHead(in);
    if (end < 0) {
      if (in.readableBytes() > MAX_HEAD) {
        refuse("its answer has no end");
      }
      return;
    }
    String head = in.readCharSequence(end - in.readerIndex(), StandardCharsets.US_ASCII).toString();
    String status = head.substring(0, head.indexOf('\r'));
    if (status.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
      over = true;
      onOpen.run();
      // What the origin has said already goes on to whoever was just added.
      ctx.pipeline().remove(this);
    } else if (status.contains(" 407")) {
      refuse("it wants other credentials (407)");
    } else {
      refuse("it answered \"" + status + "\"");
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    super.channelInactive(ctx);
    refuse("it closed the connection");
  }

  private void refuse(String reason) {
    if (!over) {
      over = true;
      onRefused.accept(reason);
    }
  }

  /** Where the head ends, behind its blank line; -1 if it is not whole. */
  private static int endOfHead(ByteBuf in) {
    for (int i = in.readerIndex(); i + 3 < in.writerIndex(); i++) {
      if (in.getByte(i) == '\r'
          && in.getByte(i + 1) == '\n'
          && in.getByte(i + 2) == '\r'
          && in.getByte(i + 3) == '\n') {
        return i + 4;
      }
    }
    return -1;
  }
}
