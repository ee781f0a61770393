package dev.gatewayz.internal.http1;

import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.RequestHead;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.AsciiString;

/**
 * Requests as HTTP/1.1 writes them: head and body in one buffer, unless the body is large. What
 * they are made of has been checked before, so Netty's encoder has nothing to add.
 */
final class Requests {
  private static final int LARGEST_COPY = 64 * 1024;

  private static final AsciiString VERSION_AND_HOST = AsciiString.cached(" HTTP/1.1\r\nhost: ");
  private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
  private static final AsciiString CONTENT_LENGTH = AsciiString.cached("content-length");
  private static final AsciiString COLON = AsciiString.cached(": ");
  private static final AsciiString LINE_END = AsciiString.cached("\r\n");

  /** For the first line and for what is not among the headers of the head. */
  private static final int MORE = 192;

  private Requests() {}

  /** Sends the request of an exchange; returns the future of its last byte. */
  static ChannelFuture send(Exchange exchange, ChannelHandlerContext ctx) {
    int length = exchange.bodyLength();
    boolean isOne = length <= LARGEST_COPY;
    ByteBuf bytes = ctx.alloc().ioBuffer(room(exchange.head()) + (isOne ? length : 0));
    writeHead(exchange, length, bytes);
    if (length == 0) {
      return ctx.writeAndFlush(bytes);
    }
    ByteBuf body = exchange.body(ctx.alloc());
    if (isOne) {
      bytes.writeBytes(body);
      body.release();
      return ctx.writeAndFlush(bytes);
    }
    ctx.write(bytes, ctx.voidPromise());
    return ctx.writeAndFlush(body);
  }

  private static int room(RequestHead head) {
    int room = MORE + head.path().length() + head.authority().length();
    for (AsciiString part : head.headers()) {
      room += part.length() + COLON.length();
    }
    return room;
  }

  private static void writeHead(Exchange exchange, int length, ByteBuf out) {
    RequestHead head = exchange.head();
    write(head.method(), out);
    out.writeByte(' ');
    write(head.path(), out);
    write(VERSION_AND_HOST, out);
    write(head.authority(), out);
    write(LINE_END, out);
    AsciiString[] fixed = head.headers();
    for (int i = 0; i < fixed.length; i += 2) {
      writeField(fixed[i], fixed[i + 1], out);
    }
    writeField(REQUEST_ID, exchange.requestId(), out);
    if (length > 0) {
      writeField(CONTENT_LENGTH, AsciiString.of(Integer.toString(length)), out);
    }
    write(LINE_END, out);
  }

  private static void writeField(AsciiString name, AsciiString value, ByteBuf out) {
    write(name, out);
    write(COLON, out);
    write(value, out);
    write(LINE_END, out);
  }

  private static void write(AsciiString text, ByteBuf out) {
    ByteBufUtil.copy(text, 0, out, text.length());
  }
}
