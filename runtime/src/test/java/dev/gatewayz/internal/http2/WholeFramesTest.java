package dev.gatewayz.internal.http2;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.DefaultHttp2FrameReader;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.DefaultHttp2HeadersEncoder;
import io.netty.handler.codec.http2.Http2EventAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameWriter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames are those that Netty writes, in fewer buffers. */
class WholeFramesTest {
  private final EmbeddedChannel channel = new EmbeddedChannel(new ChannelInboundHandlerAdapter());
  private final ChannelHandlerContext ctx = channel.pipeline().firstContext();

  private interface Work {
    void on(Http2FrameWriter writer);
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  private List<ByteBuf> written(Http2FrameWriter writer, Work work) {
    work.on(writer);
    channel.flush();
    List<ByteBuf> buffers = new ArrayList<>();
    for (ByteBuf next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
      buffers.add(next);
    }
    return buffers;
  }

  private static byte[] all(List<ByteBuf> buffers) {
    ByteBuf whole = Unpooled.wrappedBuffer(buffers.toArray(ByteBuf[]::new));
    try {
      return ByteBufUtil.getBytes(whole);
    } finally {
      whole.release();
    }
  }

  private static Http2HeadersEncoder headersEncoder() {
    return new DefaultHttp2HeadersEncoder(Http2HeadersEncoder.NEVER_SENSITIVE, true);
  }

  private static Http2Headers headers(int size) {
    return new DefaultHttp2Headers()
        .method("POST")
        .path("/v1/chat/completions")
        .add("x-long", "~".repeat(size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 300, 16_000, 16_384, 60_000})
  void headersOfAnySize(int size) throws Http2Exception {
    for (boolean end : new boolean[] {true, false}) {
      Work work = on -> on.writeHeaders(ctx, 5, headers(size), 0, end, channel.newPromise());
      List<ByteBuf> frames = written(new WholeFrames(headersEncoder()), work);

      assertThat(frames).hasSize(1);
      byte[] bytes = all(frames);
      assertThat(bytes)
          .isEqualTo(all(written(new DefaultHttp2FrameWriter(headersEncoder()), work)));
      assertThat(read(bytes)).containsExactly("5 " + size + " " + end);
    }
  }

  private List<String> read(byte[] bytes) throws Http2Exception {
    List<String> seen = new ArrayList<>();
    ByteBuf in = Unpooled.wrappedBuffer(bytes);
    try (DefaultHttp2FrameReader reader =
        new DefaultHttp2FrameReader(new DefaultHttp2HeadersDecoder(true, 1 << 20))) {
      while (in.isReadable()) {
        reader.readFrame(
            ctx,
            in,
            new Http2EventAdapter() {
              @Override
              public void onHeadersRead(
                  ChannelHandlerContext ctx,
                  int id,
                  Http2Headers headers,
                  int padding,
                  boolean end) {
                seen.add(id + " " + headers.get("x-long").length() + " " + end);
              }
            });
      }
    } finally {
      in.release();
    }
    return seen;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500, 8_192, 8_193, 40_000})
  void dataOfAnySize(int size) {
    for (boolean end : new boolean[] {true, false}) {
      byte[] payload = "x".repeat(size).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
      ByteBuf mine = Unpooled.copiedBuffer(payload);
      Work work = on -> on.writeData(ctx, 7, mine.retain(), 0, end, channel.newPromise());
      List<ByteBuf> frames = written(new WholeFrames(headersEncoder()), work);

      if (size <= 8_192) {
        assertThat(frames).hasSize(1);
      }
      byte[] bytes = all(frames);
      mine.readerIndex(0);
      assertThat(bytes)
          .isEqualTo(all(written(new DefaultHttp2FrameWriter(headersEncoder()), work)));
      assertThat(mine.refCnt()).isOne();
      mine.release();
    }
  }

  @Test
  void headersThatAreTooLongForThePeerAreAFailure() throws Http2Exception {
    Http2HeadersEncoder strict = new DefaultHttp2HeadersEncoder();
    strict.configuration().maxHeaderListSize(1_000);
    var written = channel.newPromise();

    new WholeFrames(strict).writeHeaders(ctx, 9, headers(2_000), 0, true, written);

    assertThat(written.cause()).isInstanceOf(Http2Exception.class);
    Object nothing = channel.readOutbound();
    assertThat(nothing).isNull();
  }
}
