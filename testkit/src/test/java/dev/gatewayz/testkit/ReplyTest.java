package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.client.Http2Call;
import dev.gatewayz.testkit.client.Http2Client;
import dev.gatewayz.testkit.schema.OpenAiSchemas;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What replies say, and how they are delivered. */
class ReplyTest {
  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  private final MockGateway gateway = mock.gateway();
  private final PlainClient client = PlainClient.cleartext(gateway);

  @Test
  void repliesAreGivenInOrderThenTheFunctionThenTheGatewaysOwn() {
    gateway.reply(Reply.text("first"), Reply.text("second"));
    assertThat(client.chat(Chats.WHOLE).body()).contains("\"first\"");
    assertThat(gateway.unusedReplies()).isEqualTo(1);

    gateway.respond(request -> Reply.text("to " + request.prompt()));
    assertThat(client.chat(Chats.WHOLE).body()).contains("\"second\"");
    assertThat(client.chat(Chats.WHOLE).body()).contains("\"to Hi\"");

    gateway.reset();
    assertThat(client.chat(Chats.WHOLE).body()).contains("A mock gateway answers for a/b");
  }

  @Test
  void chunksAreTheDeltas() {
    gateway.reply(Reply.chunks("He", "", "llo\n😀"));

    List<String> data = client.stream(Chats.STREAM);

    assertThat(data).hasSize(6);
    data.subList(0, 5).forEach(OpenAiSchemas::assertChatChunk);
    assertThat(data.get(1)).contains("\"delta\":{\"content\":\"He\"}");
    assertThat(data.get(2)).contains("\"delta\":{\"content\":\"\"}");
    assertThat(data.get(3)).contains("\"delta\":{\"content\":\"llo\\n😀\"}");
    assertThat(data.get(4)).contains("\"finish_reason\":\"stop\"", "\"completion_tokens\":2");
  }

  @Test
  void aBodyMayBeEmpty() {
    gateway.reply(Reply.body(400, "text/plain", ""), Reply.body(400, "text/plain", ""));

    assertThat(client.chat(Chats.WHOLE).body()).isEmpty();
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      Http2Call call = h2.post(Chats.PATH, Chats.WHOLE).await();
      assertThat(call.isEnded()).isTrue();
      assertThat(call.text()).isEmpty();
    }
  }

  @Test
  void toolCallsComeWholeOrInFragments() {
    Reply calls =
        Reply.toolCalls(
            new FunctionCall("weather", "{\"city\":\"Paris\"}"), new FunctionCall("time", "{}"));
    gateway.reply(calls, calls);

    String whole = client.chat(Chats.WHOLE).body();
    assertFitsOpenAi(calls);
    assertThat(whole)
        .contains(
            "\"content\":null",
            "{\"id\":\"call_0\",\"type\":\"function\",\"function\":{\"name\":\"weather\","
                + "\"arguments\":\"{\\\"city\\\":\\\"Paris\\\"}\"}}",
            "\"id\":\"call_1\"",
            "\"finish_reason\":\"tool_calls\"");

    List<String> data = client.stream(Chats.STREAM);
    data.subList(0, data.size() - 1).forEach(OpenAiSchemas::assertChatChunk);
    assertThat(data.get(1)).contains("\"index\":0,\"id\":\"call_0\"", "\"arguments\":\"\"");
    assertThat(data.get(2)).contains("\"tool_calls\":[{\"index\":0,\"function\"", "{\\\"city\\\"");
    assertThat(data).anyMatch(chunk -> chunk.contains("\"index\":1,\"id\":\"call_1\""));
  }

  @Test
  void choicesTakeTurns() {
    gateway.reply(Reply.choices("one two", "uno"), Reply.choices("one", "uno"));

    assertThat(client.stream(Chats.STREAM))
        .extracting(chunk -> chunk.replaceAll(".*\"choices\":\\[\\{\"index\":(.).*", "$1"))
        .containsExactly("0", "1", "0", "1", "0", "1", "0", "[DONE]");
    String whole = client.chat(Chats.WHOLE).body();
    assertFitsOpenAi(Reply.choices("one", "uno"));
    assertThat(whole).contains("\"index\":0", "\"index\":1", "\"one\"", "\"uno\"");
  }

  @Test
  void reasoningComesFirst() {
    gateway.reply(
        Reply.text("so").reasoning("hm ", "well"), Reply.text("so").reasoning("hm ", "well"));

    List<String> data = client.stream(Chats.STREAM);
    assertThat(data.get(1)).contains("{\"reasoning_content\":\"hm \"}");
    assertThat(data.get(2)).contains("{\"reasoning_content\":\"well\"}");
    assertThat(data.get(3)).contains("{\"content\":\"so\"}");
    assertThat(client.chat(Chats.WHOLE).body()).contains("\"reasoning_content\":\"hm well\"");
  }

  @Test
  void usageIsReportedWhereItIsToldTo() {
    Reply text = Reply.text("a bc").usage(100, 7, 60, 3);
    gateway.reply(text, text, text.usageInOwnChunk(), text.usageInChoice(), text.noUsage());

    String whole = client.chat(Chats.WHOLE).body();
    assertFitsOpenAi(text);
    assertThat(whole)
        .contains(
            "\"prompt_tokens\":100,\"completion_tokens\":7,\"total_tokens\":107",
            "\"cache_read_input_tokens\":60",
            "\"prompt_tokens_details\":{\"cached_tokens\":60}",
            "\"completion_tokens_details\":{\"reasoning_tokens\":3}",
            "\"tokens_charged\":107");

    assertThat(usages(client.stream(Chats.STREAM))).containsExactly("", "", "", "7", "");
    List<String> own = client.stream(Chats.STREAM);
    assertThat(usages(own)).containsExactly("", "", "", "", "7", "");
    assertThat(own.get(4)).contains("\"choices\":[]");
    OpenAiSchemas.assertChatChunk(own.get(4));
    List<String> inChoice = client.stream(Chats.STREAM);
    assertThat(inChoice.get(3)).contains("\"finish_reason\":\"stop\",\"usage\":{");
    assertThat(client.stream(Chats.STREAM)).noneMatch(chunk -> chunk.contains("usage"));
  }

  @Test
  void usageOnEveryChunkGrows() {
    gateway.reply(Reply.chunks("1234", "5678").usage(9, 2).usageOnEveryChunk());

    assertThat(usages(client.stream(Chats.STREAM))).containsExactly("0", "1", "2", "2", "");
  }

  @Test
  void theEndCanLackWhatMakesItOne() {
    Reply text = Reply.text("a");
    gateway.reply(
        text.noFinishReason(), text.noDone(), text.finishReason("length"), text.noFinishReason());

    assertThat(client.stream(Chats.STREAM))
        .hasSize(3)
        .noneMatch(chunk -> chunk.contains("\"finish_reason\":\""))
        .last()
        .isEqualTo("[DONE]");
    assertThat(client.stream(Chats.STREAM)).hasSize(3).doesNotContain("[DONE]");
    assertThat(client.stream(Chats.STREAM)).anyMatch(chunk -> chunk.contains("\"length\""));
    assertThat(client.chat(Chats.WHOLE).body()).contains("\"finish_reason\":null");
  }

  @Test
  void documentsStreamsAndStatusesAreGivenAsTheyAre() {
    gateway.reply(
        Reply.json("{\"a\":1}"),
        Reply.events("x\ny", "[DONE]"),
        Reply.stream("\uFEFF: hello\r\n", "data:1\r\r"),
        Reply.body(599, "text/x", "odd"),
        Reply.status(204));

    assertThat(client.chat(Chats.WHOLE).body()).isEqualTo("{\"a\":1}");
    HttpResponse<String> events = client.chat(Chats.WHOLE);
    assertThat(events.body()).isEqualTo("data: x\ndata: y\n\ndata: [DONE]\n\n");
    assertThat(events.headers().firstValue("content-type"))
        .contains("text/event-stream; charset=utf-8");
    assertThat(client.chat(Chats.WHOLE).body()).isEqualTo("\uFEFF: hello\r\ndata:1\r\r");
    HttpResponse<String> odd = client.chat(Chats.WHOLE);
    assertThat(odd.statusCode()).isEqualTo(599);
    assertThat(odd.headers().firstValue("content-type")).contains("text/x");
    HttpResponse<String> empty = client.chat(Chats.WHOLE);
    assertThat(empty.statusCode()).isEqualTo(204);
    assertThat(empty.headers().firstValue("content-type")).isEmpty();
  }

  @Test
  void aReplyThatIsGivenAsItIsHasNoUsageToChange() {
    assertThatThrownBy(() -> Reply.json("{}").usage(1, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("given as is");
    assertThatThrownBy(() -> Reply.text("a").split(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void headersAreAddedReplacedAndLeftOut() {
    gateway.reply(
        Reply.text("a")
            .header("X-Two", "1")
            .header("X-Two", "2")
            .header("content-type", "text/plain")
            .withoutHeader("ratelimit-limit"));

    HttpResponse<String> response = client.chat(Chats.WHOLE);

    assertThat(response.headers().allValues("x-two")).containsExactly("1", "2");
    assertThat(response.headers().allValues("content-type")).containsExactly("text/plain");
    assertThat(response.headers().firstValue("ratelimit-limit")).isEmpty();
    assertThat(response.headers().firstValue("ratelimit-remaining")).contains("249");
  }

  @Test
  void theGatewaysOwnAnswerCanBeChanged() {
    gateway.reply(Reply.standard().usage(1, 1).header("X-Odd", "1"), Reply.standard());

    HttpResponse<String> response = client.chat(Chats.WHOLE);
    assertThat(response.body()).contains("A mock gateway", "\"total_tokens\":2");
    assertThat(response.headers().firstValue("x-odd")).contains("1");
    assertThat(client.get("/v1/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void connectionHeadersGoOverHttp2IfAskedFor() {
    gateway.reply(Reply.text("a").header("X-Case", "kept lower"));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      Http2Call usual = h2.post(Chats.PATH, Chats.STREAM).await();
      assertThat(usual.status()).isEqualTo(200);
      assertThat(usual.header("connection")).isNull();
      assertThat(usual.header("x-case")).isEqualTo("kept lower");

      gateway.reply(Reply.text("a").header("Connection", "keep-alive").after(1, Step.stall()));
      // Netty's own client takes the header for a malformed message and resets the stream.
      h2.post(Chats.PATH, Chats.STREAM).await();
      gateway.takeRequest();
      assertThat(gateway.takeRequest().awaitEnding().isResetBy(ErrorCode.PROTOCOL_ERROR)).isTrue();
    }
  }

  @Test
  void aBodyIsSplitIntoFramesOfTheSizeWished() {
    gateway.reply(
        Reply.json("0123456789").split(4),
        Reply.json("0123456789"),
        Reply.stream("abc", "d").split(2));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      Http2Call split = h2.post(Chats.PATH, Chats.WHOLE).await();
      assertThat(split.text()).isEqualTo("0123456789");
      assertThat(split.dataSizes()).containsExactly(4, 4, 2);
      assertThat(split.isEnded()).isTrue();
      assertThat(h2.post(Chats.PATH, Chats.WHOLE).await().dataSizes()).containsExactly(10);
      assertThat(h2.post(Chats.PATH, Chats.WHOLE).await().dataSizes()).containsExactly(2, 1, 1, 0);
    }
  }

  @Test
  void aBodyIsCompressedSoThatEachEventCanBeRead() throws IOException {
    Gate gate = Gate.closed();
    gateway.reply(
        Reply.stream("data: 1\n\n", "data: 2\n\n").gzip().after(1, Step.await(gate)),
        Reply.json("{\"a\":1}").gzip());
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      Http2Call stream = h2.post(Chats.PATH, Chats.STREAM);
      gate.awaitWaiting(1, Duration.ofSeconds(10));
      byte[] first = stream.awaitBytes(10).bytes();
      byte[] plain = new byte[9];
      try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(first))) {
        assertThat(unzipped.readNBytes(plain, 0, 9)).isEqualTo(9);
      }
      assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo("data: 1\n\n");
      gate.open();
      assertThat(unzip(stream.await())).isEqualTo("data: 1\n\ndata: 2\n\n");

      Http2Call document = h2.post(Chats.PATH, Chats.WHOLE).await();
      assertThat(document.header("content-encoding")).isEqualTo("gzip");
      assertThat(unzip(document)).isEqualTo("{\"a\":1}");
      assertThat(document.dataSizes()).hasSize(1);
    }
  }

  @Test
  void informationalResponsesAndTrailersSurroundTheAnswer() {
    gateway.reply(Reply.json("{}").first(Step.inform(103)).trailer("X-After", "all"));
    try (Http2Client h2 = Http2Client.connect(gateway.port())) {
      Http2Call call = h2.post(Chats.PATH, Chats.WHOLE).await();
      assertThat(call.heads()).hasSize(3);
      assertThat(call.heads().get(0).status()).hasToString("103");
      assertThat(call.heads().get(1).status()).hasToString("200");
      assertThat(call.heads().get(2).get("x-after")).hasToString("all");
      assertThat(call.isEnded()).isTrue();
    }
  }

  @Test
  void aMillionChunksAreMadeAsTheyAreSent() {
    gateway.reply(Reply.chunks(Collections.nCopies(1_000_000, "x")));
    try (Http2Client h2 = Http2Client.withWindow(gateway.port(), 10_000)) {
      Http2Call call = h2.post(Chats.PATH, Chats.STREAM);
      call.awaitBytes(10_000);
      gateway.awaitCounters(counters -> counters.repliesBlocked() == 1);
      call.cancel();
      assertThat(gateway.takeRequest().awaitEnding().isResetBy(ErrorCode.CANCEL)).isTrue();
    }
  }

  private static String unzip(Http2Call call) throws IOException {
    try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(call.bytes()))) {
      return new String(unzipped.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertFitsOpenAi(Reply reply) {
    try (MockGateway openAi = MockGateway.openai().start()) {
      openAi.reply(reply);
      OpenAiSchemas.assertChatCompletion(PlainClient.cleartext(openAi).chat(Chats.WHOLE).body());
    }
  }

  private static List<String> usages(List<String> data) {
    return data.stream()
        .map(
            chunk ->
                chunk.contains("completion_tokens\":")
                    ? chunk.replaceAll(".*\"completion_tokens\":(\\d+).*", "$1")
                    : "")
        .toList();
  }
}
