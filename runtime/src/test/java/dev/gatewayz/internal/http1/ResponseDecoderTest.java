package dev.gatewayz.internal.http1;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Chunks that are handed on together say what they say one by one: Netty's decoder is asked. */
class ResponseDecoderTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String END = "0\r\n\r\n";

  private static final List<String> RESPONSES =
      List.of(
          HEAD + "5\r\nhello\r\n" + "6\r\n world\r\n" + END,
          HEAD + "A\r\n0123456789\r\n00a\r\n0\r\n\r\n67890\r\n" + END,
          HEAD + "5\r\nhello\r\n5;a=b\r\nhello\r\n5\r\nhello\r\n" + END,
          HEAD + "2\r\n\r\n\r\n0\r\nX-Trailer: y\r\n\r\n" + HEAD + "1\r\nx\r\n" + END,
          HEAD + "2\r\nok\r\n00000002\r\nok\r\n1\r\nx\r\n" + END,
          HEAD + "2\r\nok\r\n0\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
          HEAD + "10001\r\n" + "x".repeat(0x10001) + "\r\n3\r\nend\r\n" + END,
          HEAD + "ffff\r\n" + "x".repeat(0xffff) + "\r\n3\r\nend\r\n" + END,
          HEAD + END,
          HEAD + "2\r\nok\r\n-1\r\nx\r\n" + END,
          HEAD + "2\r\nok\r\n+1\r\nx\r\n" + END,
          HEAD + "2\r\nok\r\n0x1\r\nx\r\n" + END,
          HEAD + "2\r\nok\r\n 1\r\nx\r\n" + END,
          HEAD + "2\r\nok\r\n1 \r\nx\r\n" + END,
          HEAD + "2\r\nok\r\n\r\n1\r\nx\r\n" + END,
          HEAD + "2\r\nok\r\n1\nx\n" + END,
          HEAD + "2\r\nok\r\n1\r\rx\r\n" + END,
          HEAD + "2\r\nok\r\n80000000\r\nx\r\n" + END,
          HEAD + "2\r\nok\r\nfffffffff\r\nx\r\n" + END,
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n2\r\nok\r\n" + END,
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked, gzip\r\n\r\n2\r\nok\r\n" + END,
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n"
              + "2\r\nok\r\n"
              + END,
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n2\r\nok\r\n"
              + END,
          "HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n" + END,
          "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n" + HEAD + END,
          "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n2\r\nok\r\n0\r\n" + HEAD + END);

  private static String toNetty(String... reads) {
    return read(new HttpResponseDecoder(new HttpDecoderConfig()), reads);
  }

  private static String toUs(String... reads) {
    return read(new ResponseDecoder(new HttpDecoderConfig()), reads);
  }

  /** What a decoder makes of bytes: of each response its status, its body, and how it ended. */
  private static String read(ChannelHandler decoder, String... reads) {
    EmbeddedChannel channel = new EmbeddedChannel(decoder);
    for (String bytes : reads) {
      channel.writeInbound(Unpooled.copiedBuffer(bytes, ISO_8859_1));
    }
    channel.finish();
    StringBuilder text = new StringBuilder();
    for (HttpObject message : messages(channel)) {
      if (message.decoderResult().isFailure()) {
        ReferenceCountUtil.release(message);
        return text.append("(broken)").toString();
      }
      if (message instanceof HttpResponse response) {
        text.append(response.status().code()).append(' ');
      }
      if (message instanceof HttpContent content) {
        text.append(content.content().toString(ISO_8859_1));
      }
      if (message instanceof LastHttpContent last) {
        text.append(last.trailingHeaders().entries()).append("(end)");
      }
      ReferenceCountUtil.release(message);
    }
    return text.toString();
  }

  private static List<HttpObject> messages(EmbeddedChannel channel) {
    List<HttpObject> messages = new ArrayList<>();
    for (HttpObject next = channel.readInbound(); next != null; next = channel.readInbound()) {
      messages.add(next);
    }
    return messages;
  }

  @Test
  void whateverIsReadIsReadAsNettyReadsIt() {
    for (String response : RESPONSES) {
      assertThat(toUs(response)).as(response).isEqualTo(toNetty(response));
    }
  }

  @Test
  void atEverySplit() {
    for (String response : RESPONSES) {
      String read = toNetty(response);
      int step = Math.max(1, response.length() / 300);
      for (int i = 1; i < response.length(); i += step) {
        assertThat(toUs(response.substring(0, i), response.substring(i)))
            .as("%s, split at %d", response, i)
            .isEqualTo(read);
      }
      if (response.length() < 1_000) {
        assertThat(toUs(response.split(""))).as(response).isEqualTo(read);
      }
    }
  }

  @Test
  void aCutIsNoEnd() {
    String response = RESPONSES.get(0);
    for (int i = 0; i < response.length(); i++) {
      String cut = response.substring(0, i);
      assertThat(toUs(cut)).as(cut).isEqualTo(toNetty(cut)).doesNotContain("(end)");
    }
  }

  /** Bytes that are wrong may be refused earlier than Netty does, but are never read otherwise. */
  @Test
  void whateverBytesAreWrong() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder bytes = new StringBuilder(RESPONSES.get(random.nextInt(6)));
      for (int n = 1 + random.nextInt(3); n > 0; n--) {
        int at = HEAD.length() + random.nextInt(bytes.length() - HEAD.length());
        bytes.setCharAt(at, "\r\n 0123456789aFg;-x".charAt(random.nextInt(19)));
      }
      String response = bytes.toString();
      int split = 1 + random.nextInt(response.length() - 1);
      String ours = toUs(response.substring(0, split), response.substring(split));
      String theirs = toNetty(response);
      if (ours.endsWith("(broken)")) {
        assertThat(theirs).as(response).startsWith(ours.replace("(broken)", ""));
      } else {
        assertThat(ours).as(response).isEqualTo(theirs);
      }
    }
  }

  @Test
  void chunksThatComeTogetherAreOnePiece() {
    EmbeddedChannel channel = new EmbeddedChannel(new ResponseDecoder(new HttpDecoderConfig()));
    String chunks = "5\r\nhello\r\n".repeat(100);
    channel.writeInbound(Unpooled.copiedBuffer(HEAD + chunks, ISO_8859_1));
    channel.writeInbound(Unpooled.copiedBuffer(chunks + END, ISO_8859_1));
    List<HttpObject> messages = messages(channel);
    assertThat(messages).hasSize(4);
    messages.forEach(ReferenceCountUtil::release);
    channel.finishAndReleaseAll();
  }
}
