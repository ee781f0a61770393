package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.GatewayTimeoutException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.InsufficientCreditsException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.StreamErrorException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.internal.call.Vitals;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.SharedCalls;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream is complete only if the model has said so; all else is an error with what there was. */
class StreamEndTest extends SharedCalls {

  private static Probe<ChatChunk> stream() {
    return Probe.all(client.stream(HELLO));
  }

  private static String text(List<ChatChunk> chunks) {
    return chunks.stream().map(ChatChunk::text).collect(Collectors.joining());
  }

  private static String chunk(String delta, String finishReason) {
    return "{\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
        + "\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finishReason
        + "}]}";
  }

  private static String content(String text) {
    return chunk("{\"content\":\"" + text + "\"}", "null");
  }

  private static final String FINISH = chunk("{}", "\"stop\"");

  // What is counted for a subscriber that never asks again.

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatASubscriberLeavesBehindTakesNoMemoryFromOthers(boolean whole) {
    Step end = whole ? Step.event("[DONE]") : Step.reset(ErrorCode.INTERNAL_ERROR);
    gateway.reply(
        Reply.events(content("a"), content("b"), content("c"), whole ? FINISH : content("d"))
            .last(end));

    Probe<ChatChunk> probe = Probe.of(client.stream(HELLO)).request(1);
    probe.awaitItems(1);
    Vitals vitals = ((NettyGatewayz) client).vitals().join();
    while (vitals.loops().calls() > 0) {
      vitals = ((NettyGatewayz) client).vitals().join();
    }

    assertThat(vitals.loops().buffered()).isZero();
    assertThat(probe.isOpen()).isTrue();
  }

  // The table: finish reason, [DONE], end of the response, error event.

  @Test
  void finishedAndDoneIsComplete() {
    gateway.reply(Reply.events(content("a"), FINISH, "[DONE]"));
    assertThat(text(stream().awaitCompletion())).isEqualTo("a");
  }

  @Test
  void finishedWithoutDoneIsComplete() {
    gateway.reply(Reply.events(content("a"), FINISH));
    assertThat(text(stream().awaitCompletion())).isEqualTo("a");
  }

  @Test
  void doneWithoutFinishIsTruncated() {
    gateway.reply(Reply.events(content("a"), content("b"), "[DONE]"));
    assertThat(stream().awaitFailure(StreamTruncatedException.class).partial().text())
        .isEqualTo("ab");
  }

  @Test
  void endWithoutFinishIsTruncated() {
    gateway.reply(Reply.events(content("a"), content("b")));
    assertThat(stream().awaitFailure(StreamTruncatedException.class).partial().text())
        .isEqualTo("ab");
  }

  @Test
  void oneUnfinishedChoiceOfTwoIsTruncated() {
    gateway.reply(
        Reply.events(
            content("a"), content("b").replace("\"index\":0", "\"index\":1"), FINISH, "[DONE]"));
    stream().awaitFailure(StreamTruncatedException.class);
  }

  @Test
  void aResetWithoutFinishIsInterrupted() {
    Gate gate = Gate.closed();
    gateway.reply(
        Reply.events(content("a"), FINISH)
            .after(1, Step.await(gate), Step.reset(ErrorCode.INTERNAL_ERROR)));
    Probe<ChatChunk> probe = stream();
    probe.awaitItems(1);
    gate.open();
    assertThat(probe.awaitFailure(StreamInterruptedException.class).partial().text())
        .isEqualTo("a");
  }

  @Test
  void aResetAfterFinishIsComplete() {
    Gate gate = Gate.closed();
    gateway.reply(
        Reply.events(content("a"), FINISH)
            .after(2, Step.await(gate), Step.reset(ErrorCode.INTERNAL_ERROR)));
    Probe<ChatChunk> probe = stream();
    probe.awaitItems(2);
    gate.open();
    probe.awaitCompletion();
  }

  @Test
  void anErrorBeforeAnythingIsTheErrorItself() {
    gateway.reply(
        Reply.events(
            "{\"error\":{\"message\":\"402: {'error': 'Insufficient credits'}\","
                + "\"type\":\"insufficient_credits\"}}"));
    assertThat(stream().awaitFailure(InsufficientCreditsException.class).partial().isEmpty())
        .isTrue();
  }

  @Test
  void anErrorInTheMiddleBringsWhatThereWas() {
    gateway.reply(
        Reply.events(
            content("so far"),
            "{\"error\":{\"message\":\"Error code: 429 - slow down\"}}",
            "[DONE]"));
    StreamErrorException e = stream().awaitFailure(StreamErrorException.class);
    assertThat(e.partial().text()).isEqualTo("so far");
    assertThat(e.error()).isInstanceOf(RateLimitException.class);
    assertThat(e.getCause()).isSameAs(e.error());
  }

  @Test
  void anErrorAfterTheFinishDoesNoHarm(Logs logs) {
    gateway.reply(
        Reply.events(
            content("whole"), FINISH, "{\"error\":{\"message\":\"billing failed\",\"code\":500}}"));
    assertThat(text(stream().awaitCompletion())).isEqualTo("whole");
    assertThat(logs.take(WARNING, "After the end of the answer").message())
        .contains("billing failed");
  }

  @Test
  void nothingAtAllIsTruncated() {
    gateway.reply(Reply.stream(""));
    assertThat(stream().awaitFailure(StreamTruncatedException.class))
        .hasMessageContaining("without any answer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "network_error"})
  void aFailedFinishIsAnError(String reason) {
    gateway.reply(Reply.events(content("a"), chunk("{}", "\"" + reason + "\""), "[DONE]"));
    assertThat(stream().awaitFailure(StreamTruncatedException.class).partial().text())
        .isEqualTo("a");
  }

  // Shapes that errors have inside a stream.

  @Test
  void errorsAreKnownInEveryShape() {
    assertError("{\"error\":\"Out of credits\",\"code\":402}", InsufficientCreditsException.class);
    assertError(
        "{\"object\":\"error\",\"message\":\"overloaded\",\"type\":\"server_overload\",\"code\":503}",
        ServiceUnavailableException.class);
    assertError("{\"error\":{\"message\":\"m\",\"code\":\"429\"}}", RateLimitException.class);
    assertError(
        "{\"id\":\"\",\"choices\":[],\"error\":{\"message\":\"m\",\"code\":502}}",
        BadGatewayException.class);
    assertError(
        "{\"error\":{\"message\":\"Stream timed out\",\"type\":\"stream_timeout\"}}",
        GatewayTimeoutException.class);
    assertError("{\"error\":{}}", ApiException.class);
  }

  private static void assertError(String data, Class<? extends ApiException> type) {
    gateway.reply(Reply.events(data, "[DONE]"));
    stream().awaitFailure(type);
  }

  @Test
  void anEventNamedErrorIsOne() {
    gateway.reply(Reply.stream("event: error\ndata: {\"message\":\"busy\",\"code\":503}\n\n"));
    stream().awaitFailure(ServiceUnavailableException.class);
  }

  @Test
  void aFieldNamedErrorIsOne() {
    gateway.reply(Reply.stream("error: {\"code\":503,\"message\":\"busy\"}\n\n"));
    stream().awaitFailure(ApiException.class);
  }

  @Test
  void aDocumentInsteadOfAStreamIsReadAsWhatItIs() {
    gateway.reply(
        Reply.body(200, "text/event-stream", "{\"error\":{\"message\":\"m\",\"code\":429}}"),
        Reply.json("[{\"error\":{\"message\":\"m\",\"code\":503}}]"),
        Reply.body(200, "text/html", "<html>Welcome</html>"),
        Reply.json(
            "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"all\"},"
                + "\"finish_reason\":\"stop\"}]}"));
    stream().awaitFailure(RateLimitException.class);
    stream().awaitFailure(GatewayzException.class);
    stream().awaitFailure(ProtocolException.class);
    assertThat(text(stream().awaitCompletion())).isEqualTo("all");
  }

  @Test
  void anEventThatIsNoJsonIsAnError() {
    gateway.reply(Reply.events(content("a"), "{\"choices\":[", "[DONE]"));
    ProtocolException e = stream().awaitFailure(ProtocolException.class);
    assertThat(e.partial().text()).isEqualTo("a");
    assertThat(e.body()).isEqualTo("{\"choices\":[");
  }

  @Test
  void aCompressedStreamIsRefused() {
    gateway.reply(Reply.text("a b c").gzip());
    assertThat(stream().awaitFailure(ProtocolException.class)).hasMessageContaining("compressed");
  }

  @Test
  void anEndlessEventIsRefused() {
    gateway.reply(Reply.stream("data: " + "x".repeat(3_000_000)));
    stream().awaitFailure(ProtocolException.class);
  }

  // What servers do beside, and what must not disturb.

  @Test
  void commentsHeartbeatsAndLineEndsAreAllTheSame() {
    gateway.reply(
        Reply.stream(
            "\uFEFF: OPENROUTER PROCESSING\r\n\r\n",
            "retry: 1000\r\nid: 7\r\ndata:" + content("a") + "\r\n\r\n",
            "data:\n\n",
            ": keep-alive\n\n",
            "event: message\rdata: " + content("b") + "\r\r",
            "data: " + FINISH.replaceFirst(",", ",\ndata: ") + "\n\n",
            "data: [DONE]"));
    assertThat(text(stream().awaitCompletion())).isEqualTo("ab");
  }

  @Test
  void aLastEventWithoutBlankLineCounts() {
    gateway.reply(Reply.stream("data: " + content("a") + "\n\n", "data: " + FINISH));
    assertThat(text(stream().awaitCompletion())).isEqualTo("a");
  }

  @Test
  void emptyFieldsOfTheFirstChunkAreBorne() {
    gateway.reply(
        Reply.events(
            "{\"choices\":[],\"id\":\"\",\"model\":\"\",\"created\":0,"
                + "\"prompt_filter_results\":[{\"prompt_index\":0}]}",
            chunk("null", "null"),
            chunk("{\"role\":null,\"content\":null,\"tool_calls\":null}", "\"\""),
            content("a"),
            FINISH,
            "[DONE]"));
    assertThat(text(stream().awaitCompletion())).isEqualTo("a");
  }

  @Test
  void idAndModelAreTheFirstThatAreSaid() {
    String choices =
        "\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}";
    Reply reply =
        Reply.events(
            "{\"choices\":[],\"id\":\"\",\"model\":\"\"}",
            "{\"id\":\"x\",\"model\":\"m\"," + choices,
            "{\"id\":\"\",\"model\":\"\"," + choices,
            "{" + choices,
            "[DONE]");
    gateway.reply(reply, reply);

    List<ChatChunk> chunks = stream().awaitCompletion();
    assertThat(chunks).extracting(ChatChunk::id).containsExactly("", "x", "x", "x");
    assertThat(chunks)
        .extracting(ChatChunk::model)
        .containsExactly(HELLO.model(), "gatewayz/m", HELLO.model(), HELLO.model());
    Completion<String> whole = client.stream(HELLO).forEach(chunk -> {}).join();
    assertThat(whole.id()).isEqualTo("x");
    assertThat(whole.model()).isEqualTo("gatewayz/m");
  }

  @Test
  void textAndFinishMayShareAChunk() {
    gateway.reply(Reply.events(chunk("{\"content\":\"all\"}", "\"stop\""), "[DONE]"));
    assertThat(text(stream().awaitCompletion())).isEqualTo("all");
  }

  @Test
  void aServerThatStaysOpenAfterDoneIsNotWaitedFor() {
    gateway.reply(Reply.events(content("a"), FINISH, "[DONE]").after(3, Step.stall()));
    stream().awaitCompletion();
    assertThat(gateway.takeRequest().awaitEnding().isResetBy(ErrorCode.CANCEL)).isTrue();
  }

  @Test
  void chunksAfterTheFinishStillBringUsage() {
    gateway.reply(Reply.text("a b c").usage(7, 3).usageInOwnChunk());
    List<ChatChunk> chunks = stream().awaitCompletion();
    assertThat(chunks.get(chunks.size() - 1).usage()).isEqualTo(Usage.of(7, 3));
  }

  @Test
  void ofSeveralUsagesTheLastCounts() {
    client.usageTracker().reset();
    gateway.reply(
        Reply.text("a b c d").usage(100, 4).usageOnEveryChunk(),
        Reply.text("a b c d").usage(10, 4).usageInChoice());
    stream().awaitCompletion();
    assertThat(client.usageTracker().snapshot().totalTokens()).isEqualTo(104);
    stream().awaitCompletion();
    assertThat(client.usageTracker().snapshot().totalTokens()).isEqualTo(118);
  }

  @Test
  void thoughtsAreNotText() {
    gateway.reply(Reply.text("so").reasoning("hm", " hm"));
    List<ChatChunk> chunks = stream().awaitCompletion();
    assertThat(text(chunks)).isEqualTo("so");
    assertThat(
            chunks.stream()
                .flatMap(chunk -> chunk.choices().stream())
                .map(choice -> choice.delta().reasoning())
                .filter(reasoning -> reasoning != null)
                .collect(Collectors.joining()))
        .isEqualTo("hm hm");
  }

  @Test
  void aThousandStreamsOneAfterTheOther() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(stream().awaitCompletion()).isNotEmpty();
    }
    assertThat(gateway.counters().connectionsOpened()).isLessThanOrEqualTo(2);
  }
}
