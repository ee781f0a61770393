package dev.gatewayz.benchmarks.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.collection.IntObjectHashMap;
import io.netty.util.collection.IntObjectMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server's side of HTTP/2, no more of it than well-behaved clients need: frames are written as
 * bytes, headers are not even decoded, because the body says what is wanted. Streams take turns, a
 * frame each. Flow control is obeyed.
 */
final class Http2Session extends ByteToMessageDecoder {
  /** How many streams a connection may carry, as large gateways have it. */
  static final int MAX_STREAMS = 1_024;

  private static final int PREFACE = 24;
  private static final int FRAME_HEAD = 9;
  private static final int BATCH = 64 * 1024;
  private static final int OWN_WINDOW = 1 << 24;

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;
  private static final int PADDED = 8;

  private final IntObjectMap<Stream> streams = new IntObjectHashMap<>();

  /** Streams that have something to send and the window for it. */
  private final ArrayDeque<Stream> sending = new ArrayDeque<>();

  private boolean opened;
  private int window = 65_535;
  private int initialWindow = 65_535;
  private int received;
  private @Nullable ByteBuf out;

  /** A request, and how far its answer is. */
  private static final class Stream {
    final int id;
    int window;
    int next;
    boolean waitsForWindow;
    @Nullable Answer answer;

    /** The request as far as it has come, until it has said what is wanted. */
    byte[] request = {};

    Stream(int id, int window) {
      this.id = id;
      this.window = window;
    }
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> messages) {
    if (!opened) {
      if (in.readableBytes() < PREFACE) {
        return;
      }
      in.skipBytes(PREFACE);
      opened = true;
      open(ctx);
    }
    while (in.readableBytes() >= FRAME_HEAD) {
      int start = in.readerIndex();
      int length = in.getUnsignedMedium(start);
      if (in.readableBytes() < FRAME_HEAD + length) {
        return;
      }
      int type = in.getUnsignedByte(start + 3);
      int flags = in.getUnsignedByte(start + 4);
      int id = in.getInt(start + 5) & Integer.MAX_VALUE;
      in.skipBytes(FRAME_HEAD);
      frame(ctx, type, flags, id, in, in.readerIndex(), length);
      in.skipBytes(length);
    }
  }

  private void open(ChannelHandlerContext ctx) {
    ByteBuf buffer = room(ctx, 64);
    head(buffer, 12, SETTINGS, 0, 0);
    buffer.writeShort(3).writeInt(MAX_STREAMS);
    buffer.writeShort(4).writeInt(OWN_WINDOW);
    windowUpdate(buffer, OWN_WINDOW);
  }

  private void frame(
      ChannelHandlerContext ctx, int type, int flags, int id, ByteBuf in, int at, int length) {
    switch (type) {
      case DATA -> {
        received += length;
        if (received > OWN_WINDOW / 2) {
          windowUpdate(room(ctx, 16), received);
          received = 0;
        }
        Stream stream = streams.get(id);
        if (stream != null) {
          onData(ctx, stream, in, at, length, flags);
        }
      }
      case HEADERS -> streams.put(id, new Stream(id, initialWindow));
      case RST_STREAM -> {
        Stream stream = streams.remove(id);
        if (stream != null) {
          sending.remove(stream);
        }
      }
      case SETTINGS -> {
        if ((flags & ACK) == 0) {
          settings(in, at, length);
          head(room(ctx, 16), 0, SETTINGS, ACK, 0);
        }
      }
      case PING -> {
        if ((flags & ACK) == 0) {
          ByteBuf buffer = room(ctx, 32);
          head(buffer, 8, PING, ACK, 0);
          buffer.writeBytes(in, at, 8);
        }
      }
      case WINDOW_UPDATE -> {
        int more = in.getInt(at);
        if (id == 0) {
          window += more;
        } else {
          Stream stream = streams.get(id);
          if (stream != null) {
            stream.window += more;
            mayGoOn(stream);
          }
        }
      }
      default -> {}
    }
  }

  private void settings(ByteBuf in, int at, int length) {
    for (int i = at; i + 6 <= at + length; i += 6) {
      if (in.getUnsignedShort(i) == 4) {
        int change = in.getInt(i + 2) - initialWindow;
        initialWindow += change;
        for (Stream stream : streams.values()) {
          stream.window += change;
          mayGoOn(stream);
        }
      }
    }
  }

  private void mayGoOn(Stream stream) {
    if (stream.waitsForWindow && stream.window > 0) {
      stream.waitsForWindow = false;
      sending.add(stream);
    }
  }

  private void onData(
      ChannelHandlerContext ctx, Stream stream, ByteBuf in, int at, int length, int flags) {
    int padding = (flags & PADDED) == 0 ? 0 : in.getUnsignedByte(at) + 1;
    if (stream.answer == null && length > padding) {
      int known = stream.request.length;
      byte[] body = Arrays.copyOf(stream.request, known + length - padding);
      in.getBytes(padding == 0 ? at : at + 1, body, known, length - padding);
      stream.answer = Answers.to(body, 0, body.length);
      stream.request = stream.answer == null ? body : new byte[0];
    }
    if ((flags & END_STREAM) != 0) {
      begin(ctx, stream);
    }
  }

  private void begin(ChannelHandlerContext ctx, Stream stream) {
    Answer answer = stream.answer;
    if (answer == null) {
      throw new IllegalStateException("Nobody knows what to say to this request.");
    }
    byte[] block = headerBlock(answer);
    ByteBuf buffer = room(ctx, block.length + FRAME_HEAD);
    head(buffer, block.length, HEADERS, END_HEADERS, stream.id);
    buffer.writeBytes(block);
    if (answer.paceMillis() > 0) {
      // Spread, so that not all streams of a connection speak at once.
      long spread = stream.id % answer.paceMillis();
      ctx.executor().schedule(() -> pace(ctx, stream, answer), spread, TimeUnit.MILLISECONDS);
    } else {
      sending.add(stream);
    }
  }

  /** Sends a part now, and the next one a little later. */
  private void pace(ChannelHandlerContext ctx, Stream stream, Answer answer) {
    if (streams.get(stream.id) != stream) {
      return;
    }
    part(ctx, stream, answer);
    flush(ctx);
    if (streams.get(stream.id) == stream) {
      Runnable next = () -> pace(ctx, stream, answer);
      ctx.executor().schedule(next, answer.paceMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private static byte[] headerBlock(Answer answer) {
    // ":status: 200" is number 8 of the static table; the others are literals.
    byte[] type = answer.contentType().getBytes(StandardCharsets.US_ASCII);
    byte[] id = "req_0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    byte[] name = "x-request-id".getBytes(StandardCharsets.US_ASCII);
    byte[] length = Integer.toString(answer.size()).getBytes(StandardCharsets.US_ASCII);
    boolean isWhole = !answer.isStream();
    byte[] block =
        new byte
            [1 + 3 + type.length + 3 + name.length + id.length + (isWhole ? 3 + length.length : 0)];
    int at = 0;
    block[at++] = (byte) 0x88;
    block[at++] = 0x0f;
    block[at++] = 31 - 15;
    block[at++] = (byte) type.length;
    System.arraycopy(type, 0, block, at, type.length);
    at += type.length;
    block[at++] = 0;
    block[at++] = (byte) name.length;
    System.arraycopy(name, 0, block, at, name.length);
    at += name.length;
    block[at++] = (byte) id.length;
    System.arraycopy(id, 0, block, at, id.length);
    at += id.length;
    if (isWhole) {
      // "content-length" is number 28.
      block[at++] = 0x0f;
      block[at++] = 28 - 15;
      block[at++] = (byte) length.length;
      System.arraycopy(length, 0, block, at, length.length);
    }
    return block;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    send(ctx);
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) {
    if (ctx.channel().isWritable()) {
      send(ctx);
    }
  }

  private void send(ChannelHandlerContext ctx) {
    while (ctx.channel().isWritable() && window > 0) {
      Stream stream = sending.poll();
      if (stream == null) {
        break;
      }
      Answer answer = stream.answer;
      if (answer == null || streams.get(stream.id) != stream) {
        continue;
      }
      int size = answer.parts()[stream.next].length;
      if (window < size) {
        sending.addFirst(stream);
        break;
      }
      if (stream.window < size) {
        stream.waitsForWindow = true;
        continue;
      }
      part(ctx, stream, answer);
      if (streams.get(stream.id) == stream) {
        sending.add(stream);
      }
      if (out != null && out.readableBytes() >= BATCH) {
        flush(ctx);
      }
    }
    flush(ctx);
  }

  private void part(ChannelHandlerContext ctx, Stream stream, Answer answer) {
    byte[] part = answer.parts()[stream.next++];
    if (answer.isStamped()) {
      part = Stamp.stamped(part);
    }
    boolean isLast = stream.next == answer.parts().length;
    ByteBuf buffer = room(ctx, part.length + FRAME_HEAD);
    head(buffer, part.length, DATA, isLast ? END_STREAM : 0, stream.id);
    buffer.writeBytes(part);
    window -= part.length;
    stream.window -= part.length;
    if (isLast) {
      streams.remove(stream.id);
    }
  }

  private ByteBuf room(ChannelHandlerContext ctx, int more) {
    ByteBuf buffer = out;
    if (buffer == null) {
      buffer = ctx.alloc().directBuffer(BATCH + more);
      out = buffer;
    }
    return buffer.ensureWritable(more);
  }

  private void flush(ChannelHandlerContext ctx) {
    ByteBuf buffer = out;
    if (buffer != null) {
      out = null;
      ctx.writeAndFlush(buffer, ctx.voidPromise());
    }
  }

  @Override
  protected void handlerRemoved0(ChannelHandlerContext ctx) {
    if (out != null) {
      out.release();
      out = null;
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    ctx.close();
  }

  private static void windowUpdate(ByteBuf buffer, int bytes) {
    head(buffer, 4, WINDOW_UPDATE, 0, 0);
    buffer.writeInt(bytes);
  }

  private static void head(ByteBuf buffer, int length, int type, int flags, int id) {
    buffer.writeMedium(length).writeByte(type).writeByte(flags).writeInt(id);
  }
}
