package dev.gatewayz.internal.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/**
 * Reads responses as Netty does, except that chunks which have come together are handed on as one
 * piece: servers write a chunk for each event, and dozens of them come with one read.
 *
 * <p>Only ordinary chunks are read here, of which Netty's decoder then sees nothing: at most four
 * digits, CRLF, so many bytes, CRLF. From the first one that is written in any other way, the last
 * chunk as a rule, it reads on to the end of the response. So whatever can be read in two ways is
 * read as Netty reads it.
 */
public final class ResponseDecoder extends HttpResponseDecoder {
  private static final int MOST_DIGITS = 4;
  private static final byte CR = '\r';
  private static final byte LF = '\n';
  private static final int LINE_END = 2;

  /** More of the head of a chunk has to come. */
  private static final int INCOMPLETE = 0;

  /** It is no ordinary chunk. */
  private static final int UNUSUAL = -1;

  /** Whether a chunk begins next, or is being read, of which Netty's decoder has seen nothing. */
  private boolean inChunks;

  /**
   * How many bytes are missing of the chunk that is being read, the line end behind it included.
   */
  private int missing;

  /** A decoder at the beginning of a connection. */
  public ResponseDecoder(HttpDecoderConfig config) {
    super(config);
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) throws Exception {
    int before = out.size();
    if (inChunks) {
      readChunks(in, out);
    }
    if (!inChunks && out.size() == before) {
      super.decode(ctx, in, out);
      inChunks = out.size() > before && areChunksNext(out.get(out.size() - 1));
    }
  }

  /** Whether nothing but the head of a response has been read, and chunks follow it for certain. */
  private static boolean areChunksNext(Object message) {
    if (!(message instanceof HttpResponse head)
        || message instanceof LastHttpContent
        || head.decoderResult().isFailure()
        || !head.protocolVersion().equals(HttpVersion.HTTP_1_1)
        || head.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
      return false;
    }
    List<String> codings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
    return codings.size() == 1 && HttpHeaderValues.CHUNKED.contentEqualsIgnoreCase(codings.get(0));
  }

  /** Makes one piece of all chunks that are there, by moving them together where they lie. */
  private void readChunks(ByteBuf in, List<Object> out) {
    int at = in.readerIndex();
    int end = in.writerIndex();
    int pieceStart = at;
    int pieceEnd = at;
    boolean isBroken = false;
    while (at < end && !isBroken) {
      if (missing == 0) {
        int size = sizeAt(in, at, end);
        if (size <= 0) {
          inChunks = size == INCOMPLETE;
          break;
        }
        missing = size + LINE_END;
        at = in.indexOf(at, end, LF) + 1;
      } else if (missing > LINE_END) {
        int size = Math.min(missing - LINE_END, end - at);
        if (pieceStart == pieceEnd) {
          pieceStart = at;
          pieceEnd = at;
        } else {
          in.setBytes(pieceEnd, in, at, size);
        }
        pieceEnd += size;
        at += size;
        missing -= size;
      } else {
        isBroken = in.getByte(at) != (missing == LINE_END ? CR : LF);
        at++;
        missing--;
      }
    }
    if (pieceStart < pieceEnd) {
      out.add(new DefaultHttpContent(in.retainedSlice(pieceStart, pieceEnd - pieceStart)));
    }
    if (isBroken) {
      out.add(broken());
      inChunks = false;
      at = end;
    }
    in.readerIndex(at);
  }

  /** The size of an ordinary chunk that begins there. */
  private static int sizeAt(ByteBuf in, int from, int end) {
    int size = 0;
    int at = from;
    while (at < end && at - from < MOST_DIGITS) {
      int digit = Character.digit(in.getByte(at), 16);
      if (digit < 0) {
        break;
      }
      size = size << 4 | digit;
      at++;
    }
    boolean isUsual =
        (at > from || at == end)
            && (size > 0 || at == end)
            && (at == end || in.getByte(at) == CR)
            && (at + 1 >= end || in.getByte(at + 1) == LF);
    if (!isUsual) {
      return UNUSUAL;
    }
    return at + 1 < end ? size : INCOMPLETE;
  }

  private static LastHttpContent broken() {
    LastHttpContent broken = new DefaultLastHttpContent(Unpooled.EMPTY_BUFFER);
    broken.setDecoderResult(
        DecoderResult.failure(new DecoderException("No line end behind a chunk")));
    return broken;
  }
}
