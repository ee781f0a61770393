package dev.gatewayz.benchmarks.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A server's side of HTTP/1.1, no more of it than well-behaved clients need. */
final class Http1Session extends ByteToMessageDecoder {
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};
  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> messages) {
    int start = in.readerIndex();
    int head = indexOfEndOfHead(in);
    if (head < 0) {
      return;
    }
    int bodyStart = head + END_OF_HEAD.length;
    String headers = in.toString(start, head - start, StandardCharsets.US_ASCII);
    int length = contentLength(headers);
    Answer answer;
    if (length >= 0) {
      if (in.writerIndex() - bodyStart < length) {
        return;
      }
      answer = Answers.to(ByteBufUtil.getBytes(in, bodyStart, length), 0, length);
      in.readerIndex(bodyStart + length);
    } else {
      int end = endOfChunks(in, bodyStart);
      if (end < 0) {
        return;
      }
      answer = Answers.to(ByteBufUtil.getBytes(in, bodyStart, end - bodyStart), 0, end - bodyStart);
      in.readerIndex(end);
    }
    if (answer == null) {
      throw new IllegalStateException("Nobody knows what to say to this request.");
    }
    answer(ctx, answer);
  }

  private static int indexOfEndOfHead(ByteBuf in) {
    int last = in.writerIndex() - END_OF_HEAD.length;
    for (int i = in.readerIndex(); i <= last; i++) {
      if (in.getByte(i) == '\r' && in.getInt(i) == 0x0d0a0d0a) {
        return i;
      }
    }
    return -1;
  }

  private static int contentLength(String headers) {
    int at = headers.toLowerCase(Locale.ROOT).indexOf("\r\ncontent-length:");
    if (at < 0) {
      return -1;
    }
    int from = at + "\r\ncontent-length:".length();
    int to = headers.indexOf('\r', from);
    return Integer.parseInt(headers.substring(from, to < 0 ? headers.length() : to).strip());
  }

  private static int endOfChunks(ByteBuf in, int from) {
    int size = LAST_CHUNK.length;
    int end = in.writerIndex();
    boolean whole =
        end - from >= size
            && ByteBufUtil.equals(in, end - size, Unpooled.wrappedBuffer(LAST_CHUNK), 0, size);
    return whole ? end : -1;
  }

  private static void answer(ChannelHandlerContext ctx, Answer answer) {
    boolean isWhole = !answer.isStream();
    String head =
        "HTTP/1.1 200 OK\r\ncontent-type: "
            + answer.contentType()
            + "\r\nx-request-id: req_0123456789abcdef\r\n"
            + (isWhole ? "content-length: " + answer.size() : "transfer-encoding: chunked")
            + "\r\n\r\n";
    ByteBuf buffer = ctx.alloc().buffer(head.length() + (isWhole ? answer.size() : 1024));
    buffer.writeCharSequence(head, StandardCharsets.US_ASCII);
    if (isWhole) {
      for (byte[] part : answer.parts()) {
        buffer.writeBytes(part);
      }
    } else if (answer.paceMillis() == 0) {
      for (byte[] part : answer.parts()) {
        chunk(buffer, answer.isStamped() ? Stamp.stamped(part) : part);
      }
      buffer.writeBytes(LAST_CHUNK);
    } else {
      ctx.executor().schedule(() -> pace(ctx, answer, 0), 1, TimeUnit.MILLISECONDS);
    }
    ctx.writeAndFlush(buffer, ctx.voidPromise());
  }

  private static void pace(ChannelHandlerContext ctx, Answer answer, int next) {
    if (!ctx.channel().isActive()) {
      return;
    }
    boolean isLast = next == answer.parts().length - 1;
    byte[] part = answer.parts()[next];
    ByteBuf buffer = ctx.alloc().buffer(part.length + 32);
    chunk(buffer, part);
    if (isLast) {
      buffer.writeBytes(LAST_CHUNK);
    } else {
      Runnable task = () -> pace(ctx, answer, next + 1);
      ctx.executor().schedule(task, answer.paceMillis(), TimeUnit.MILLISECONDS);
    }
    ctx.writeAndFlush(buffer, ctx.voidPromise());
  }

  private static void chunk(ByteBuf buffer, byte[] part) {
    buffer.writeCharSequence(Integer.toHexString(part.length) + "\r\n", StandardCharsets.US_ASCII);
    buffer.writeBytes(part).writeByte('\r').writeByte('\n');
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }
}
