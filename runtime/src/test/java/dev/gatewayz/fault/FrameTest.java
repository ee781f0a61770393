package dev.gatewayz.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.testkit.ErrorCode;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames and header blocks to the byte. */
class FrameTest {

  @Test
  void isHeadAndPayload() {
    byte[] bytes = Frame.of(0x16, 0xff, 0x8000_0001, (byte) 7, (byte) 8).toBytes();

    assertThat(bytes).containsExactly(0, 0, 2, 0x16, 0xff, 0x80, 0, 0, 1, 7, 8);
  }

  @Test
  void isReadAsItWasWritten() {
    Frame frame = Frame.goAway(5, ErrorCode.ENHANCE_YOUR_CALM, "calm");
    byte[] bytes = frame.toBytes();
    byte[] head = Arrays.copyOf(bytes, Frame.HEAD_LENGTH);
    byte[] payload = Arrays.copyOfRange(bytes, Frame.HEAD_LENGTH, bytes.length);

    Frame read = Frame.parse(head, payload);
    assertThat(Frame.lengthIn(head)).isEqualTo(payload.length).isEqualTo(12);
    assertThat(read.type()).isEqualTo(Frame.GOAWAY);
    assertThat(read.lastStreamId()).isEqualTo(5);
    assertThat(read.errorCode()).isEqualTo(11);
    assertThat(read).hasToString("GOAWAY(stream 0, ENHANCE_YOUR_CALM, 12 bytes)");
  }

  @Test
  void ignoresTheReservedBitAndShowsItsFlags() {
    Frame frame = Frame.of(Frame.PING, Frame.ACK, 0x8000_0003, new byte[8]);

    assertThat(frame.streamId()).isEqualTo(3);
    assertThat(frame.has(Frame.ACK)).isTrue();
    assertThat(frame).hasToString("PING(stream 3, flags 0x1, 8 bytes)");
    assertThat(Frame.of(0x42, 0, 0)).hasToString("type 66(stream 0, 0 bytes)");
    assertThat(Frame.reset(1, ErrorCode.CANCEL))
        .hasToString("RST_STREAM(stream 1, CANCEL, 4 bytes)");
  }

  @Test
  void knowsItsSettings() {
    Frame settings =
        Frame.settings(Frame.MAX_FRAME_SIZE, 20_000, Frame.INITIAL_WINDOW_SIZE, 1L << 31);

    assertThat(settings.setting(Frame.MAX_FRAME_SIZE)).hasValue(20_000);
    assertThat(settings.setting(Frame.INITIAL_WINDOW_SIZE)).hasValue(1L << 31);
    assertThat(settings.setting(Frame.ENABLE_PUSH)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 126, 127, 128, 254, 255, 300, 16_511, 20_000})
  void headerBlocksHoldValuesOfAnyLength(int length) throws Exception {
    String value = "v".repeat(length);
    byte[] block = HeaderBlock.of(":status", "200", "X-Case", value);

    Http2Headers headers =
        new DefaultHttp2HeadersDecoder(false, 1 << 20)
            .decodeHeaders(1, Unpooled.wrappedBuffer(block));
    assertThat(headers.status()).hasToString("200");
    assertThat(headers.get("X-Case")).hasToString(value);
  }
}
