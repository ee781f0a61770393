package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.testkit.Cassette.Strictness;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a real gateway answers, here a second {@link MockGateway}, is recorded and played. */
class TapeTest {
  private static final String KEY = "gw_live_0123456789abcdef";

  @RegisterExtension final MockGatewayExtension real = new MockGatewayExtension(real());

  @TempDir Path folder;
  private Path file;

  private static MockGatewayBuilder real() {
    return MockGateway.builder().apiKey(KEY);
  }

  @BeforeEach
  void inAFolderThatIsNotThereYet() {
    file = folder.resolve("tapes/northwind.cassette");
  }

  private TapeBuilder recording() {
    return Tape.builder(file).record(true).apiBase(real.gateway().apiBase()).apiKey(KEY);
  }

  private TapeBuilder playing() {
    return Tape.builder(file).record(false);
  }

  private void record(String... requests) {
    try (Tape tape = recording().open()) {
      for (String request : requests) {
        PlainClient.cleartext(tape.gateway()).chat(request);
      }
    }
  }

  private static String ask(String text) {
    return "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"" + text + "\"}]}";
  }

  private static String askStreamed(String text) {
    return ask(text).replace("{\"model\"", "{\"stream\":true,\"model\"");
  }

  private static String chat(Tape tape, String request) {
    return PlainClient.cleartext(tape.gateway()).chat(request).body();
  }

  @Test
  void playsTheSameBytesAgainWithoutTheRealGateway() {
    real.gateway()
        .reply(Reply.text("Hello"))
        .reply(Reply.chunks("Grüße ", "from ", "afar").after(1, Step.comment("keepalive")))
        .reply(ErrorReply.rateLimited(Duration.ofSeconds(3)));
    List<HttpResponse<String>> recorded = new ArrayList<>();
    try (Tape tape = recording().open()) {
      assertThat(tape.isRecording()).isTrue();
      PlainClient client = PlainClient.cleartext(tape.gateway());
      recorded.add(client.chat(ask("a")));
      recorded.add(client.chat(askStreamed("b")));
      recorded.add(client.chat(ask("c")));
      recorded.add(client.get("/v1/models?limit=2"));
    }
    int asked = real.gateway().requests().size();

    try (Tape tape = playing().unused(Strictness.FAIL).open()) {
      PlainClient client = PlainClient.cleartext(tape.gateway());
      List<HttpResponse<String>> played =
          List.of(
              client.chat(ask("a")),
              client.chat(askStreamed("b")),
              client.chat(ask("c")),
              client.get("/v1/models?limit=2"));
      assertThat(played).extracting(HttpResponse::body).isEqualTo(bodies(recorded));
      assertThat(played).extracting(HttpResponse::statusCode).containsExactly(200, 200, 429, 200);
      assertThat(played.get(2).headers().firstValue("retry-after")).contains("3");
      assertThat(played.get(1).headers().firstValue("content-type").orElse(""))
          .startsWith("text/event-stream");
    }
    assertThat(real.gateway().requests()).hasSize(asked);
  }

  @Test
  void anyBytesComeAgainAsTheyWere() {
    real.gateway()
        .reply(Reply.stream("data: a\r\n\r\n", "event: x\ndata: b\n\n", "\n\n", ": c\n\ndata: t"))
        .reply(Reply.stream("data: a\r\n\r\n", "data: \u0000\r\ndata: b\n\r\n"))
        .reply(Reply.body(200, "audio/mpeg", new byte[] {0, 1, -1, '\n', '\r'}))
        .reply(Reply.body(200, "text/plain", "a\n\n  b\nend\n# c\n "))
        .reply(Reply.json("{ \"a\": [1.0, 1e5], \"b\": \"x\\ny\"}"))
        .reply(Reply.json("{\"a\":\"\\\"\\\"\\\"\\n\\\"\\\"\\\"\",\"b\":[],\"c\":{}}"))
        .reply(Reply.status(204));
    List<String> recorded = new ArrayList<>();
    try (Tape tape = recording().open()) {
      IntStream.range(0, 7).forEach(i -> recorded.add(chat(tape, ask("\\\"\\\"\\\"\\n" + i))));
    }
    try (Tape tape = playing().unused(Strictness.FAIL).open()) {
      for (int i = 0; i < 7; i++) {
        assertThat(chat(tape, ask("\\\"\\\"\\\"\\n" + i))).isEqualTo(recorded.get(i));
      }
    }
  }

  @Test
  void aServerThatNeedsNoOtherKeyGetsTheClients() throws Exception {
    try (MockGateway local = MockGateway.start();
        Tape tape = Tape.builder(file).record(true).apiBase(local.apiBase()).open()) {
      local.reply(Reply.text("It is key-of-the-client."));
      PlainClient.cleartext(tape.gateway())
          .post("/v1/chat/completions", ask("a"), "Authorization", "Bearer key-of-the-client");
      assertThat(local.takeRequest().header("authorization")).contains("Bearer key-of-the-client");
    }
    assertThat(Files.readString(file)).contains("It is [redacted].").doesNotContain("key-of");
  }

  private static List<String> bodies(List<HttpResponse<String>> responses) {
    return responses.stream().map(HttpResponse::body).toList();
  }

  @Test
  void theFileIsTextForReviews() throws Exception {
    real.gateway()
        .reply(Reply.events("{\"choices\":[{\"delta\":{\"content\":\"Hi\"}}]}", "[DONE]"));
    record(askStreamed("Two\\nlines, \\\"quoted\\\""));
    assertThat(Files.readString(file))
        .startsWith("gatewayz-cassette 1\n\ntest main\n\ncall POST /v1/chat/completions\n  : {\n")
        .contains(
            """
              :       "content": \"""
              :         Two
              :         lines, "quoted"
              :       \""",
            """)
        .containsPattern("answer 200 after \\d+ ms\n  content-type: text/event-stream")
        .containsPattern("\n  \\+\\d+ data: \\{\"choices\"")
        .containsPattern("\n  \\+\\d+ data: \\[DONE]\n\nend\n$");
  }

  @Test
  void orderOfMembersWhiteSpaceHeadersFencesAndIdsOfToolCallsDoNotCount() {
    String request =
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"<untrusted:%s>\\nx\"},"
            + "{\"role\":\"assistant\",\"tool_calls\":[{\"id\":\"%s\"}]},"
            + "{\"role\":\"tool\",\"tool_call_id\":\"%s\",\"content\":\"y\"}]}";
    record(request.formatted("9f3c2a1be0d4a7c1", "call_1", "call_1"));
    try (Tape tape = playing().open()) {
      String other =
          request
              .formatted("0123456789abcdef", "xyz", "xyz")
              .replace("{\"model\":\"m\",", "{")
              .replaceFirst("}$", ", \"model\" : \"m\"}");
      assertThat(
              PlainClient.cleartext(tape.gateway())
                  .post("/v1/chat/completions", other, "x-trace", "other")
                  .statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void keysAccountFiguresAndPatternsAreNotWritten() throws Exception {
    real.gateway()
        .reply(Reply.text("Your key is " + KEY + " and sk-abcdefghijklmnopqrstuvwxyz"))
        .reply(Reply.chunks("Account AC", "ME-12", "34", "5 is fine"))
        .reply(
            Reply.json(
                "{\"text\":\"Jos\\u00e9\",\"usage\":{\"cost\":0.00000885},\"credits\":98.76}"))
        .reply(ErrorReply.envelope(402, "INSUFFICIENT_CREDITS", "You have $43.21 left."));
    try (Tape tape = recording().redact("ACME-[0-9]+", "José").open()) {
      PlainClient client = PlainClient.cleartext(tape.gateway());
      client.chat(ask("What of " + KEY + "?"));
      client.chat(askStreamed("What of ACME-12345?"));
      client.chat(ask("c"));
      client.chat(ask("d"));
      client.get("/user/balance");
    }
    assertThat(Files.readString(file))
        .doesNotContain(KEY, "sk-abc", "ACME-1", "ME-12", "\"34", "Jos", "98.76", "43.21", "12.34")
        .contains("[redacted]", "\"credits\": 0", "\"cost\": 0.00000885");
    assertThat(real.gateway().requests().get(0).header("authorization")).contains("Bearer " + KEY);

    try (Tape tape = playing().redact("ACME-[0-9]+").open()) {
      assertThat(chat(tape, askStreamed("What of ACME-12345?"))).contains("[redacted]", " is fine");
      assertThat(chat(tape, ask("What of " + KEY + "?"))).contains("Your key is [redacted]");
    }
  }

  @Test
  void aRequestThatIsNotThereFailsWithTheNearestAndTheDifference() {
    record(ask("Where is my parcel?"), ask("Something else entirely, of another kind"));
    Tape tape = playing().open();
    HttpResponse<String> answer =
        PlainClient.cleartext(tape.gateway()).chat(ask("Where is my letter?"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("is not on", "Where is my parcel");
    assertThatThrownBy(tape::close)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(
            """
            The nearest recorded one differs in:
              /messages/0/content
                recorded: "Where is my parcel?"
                sent:     "Where is my letter?"
            Record it again with -Dgatewayz.record=true""")
        .hasMessageContaining(file.toString());
  }

  @Test
  void theSameRequestGetsOneAnswerAfterTheOther() {
    real.gateway().reply(Reply.text("first"), Reply.text("second"));
    record(ask("a"), ask("a"));
    Tape tape = playing().open();
    assertThat(chat(tape, ask("a"))).contains("first");
    assertThat(chat(tape, ask("a"))).contains("second");
    assertThat(chat(tape, ask("a"))).contains("recorded 2 times");
    assertThatThrownBy(tape::close).hasMessageContaining("recorded 2 times and asked once more");
  }

  @Test
  void requestsAtTheSameTimeGetTheirOwnAnswers() {
    real.gateway().respond(request -> Reply.text("about " + request.prompt()));
    String[] requests =
        IntStream.range(0, 20).mapToObj(i -> ask("subject " + i + ".")).toArray(String[]::new);
    try (Tape tape = recording().open()) {
      atOnce(tape, requests);
    }
    try (Tape tape = playing().unused(Strictness.FAIL).open()) {
      List<String> answers = atOnce(tape, requests);
      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i)).contains("about subject " + i + ".");
      }
    }
  }

  private static List<String> atOnce(Tape tape, String... requests) {
    return Stream.of(requests)
        .map(request -> CompletableFuture.supplyAsync(() -> chat(tape, request)))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  @Test
  void whatIsLeftCanFail() {
    record(ask("a"), ask("b"));
    Tape tape = playing().unused(Strictness.FAIL).open();
    chat(tape, ask("a"));
    assertThat(tape.unused()).containsExactly("  POST /v1/chat/completions (m)");
    assertThatThrownBy(tape::close).hasMessageContaining("Not asked for");
  }

  @Test
  void anAnswerThatSaysTheSameStaysAsItWas() throws Exception {
    real.gateway().reply(Reply.chunks("a ", "b"), Reply.text("same"));
    record(askStreamed("x"), ask("y"), ask("z"));
    String before = Files.readString(file);

    // Other ids, another cut, another order.
    real.gateway().reply(Reply.standard());
    PlainClient.cleartext(real.gateway()).get("/health");
    real.gateway().reply(Reply.text("same"), Reply.chunks("a", " ", "b"));
    record(ask("y"), askStreamed("x"), ask("z"));
    assertThat(Files.readString(file)).isEqualTo(before);

    real.gateway().reply(Reply.text("changed"));
    record(ask("y"));
    assertThat(Files.readString(file)).contains("changed").doesNotContain("\"same\"");
  }

  @Test
  void recordingOneTestLeavesTheOthersAlone() {
    List<CompletableFuture<Void>> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "T.test" + i;
      runs.add(
          CompletableFuture.runAsync(
              () -> {
                try (Tape tape = recording().test(name).open()) {
                  chat(tape, ask(name));
                }
              }));
    }
    runs.forEach(CompletableFuture::join);
    for (int i = 0; i < 8; i++) {
      String name = "T.test" + i;
      try (Tape tape = playing().test(name).unused(Strictness.FAIL).open()) {
        assertThat(chat(tape, ask(name))).contains("choices");
      }
    }
    assertThatThrownBy(() -> playing().test("T.other").open())
        .hasMessageContaining("has no recording of T.other, only of: T.test0, T.test1");
  }

  @Test
  void whatCannotBeRecordedLeavesTheFileAsItWas() throws Exception {
    record(ask("a"));
    String before = Files.readString(file);
    real.gateway().reply(Reply.chunks("one ", "two").after(1, Step.close()));
    Tape broken = recording().open();
    assertThatThrownBy(() -> chat(broken, askStreamed("a"))).isInstanceOf(AssertionError.class);
    assertThatThrownBy(broken::close).hasMessageContaining("not all answers could be recorded");
    Tape refused = recording().apiKey("gw_live_another").open();
    chat(refused, ask("a"));
    assertThatThrownBy(refused::close).hasMessageContaining("the key was refused");
    assertThat(Files.readString(file)).isEqualTo(before);
    Tape nobody = recording().apiBase("http://127.0.0.1:1").open();
    assertThat(chat(nobody, ask("a"))).contains("does not answer");
    assertThatThrownBy(nobody::close).hasMessageContaining("127.0.0.1:1");
    assertThat(Files.readString(file)).isEqualTo(before);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void pausesAreMadeIfAskedFor() throws Exception {
    record(askStreamed("a"));
    String text = Files.readString(file);
    Files.writeString(file, text.replaceFirst("\\+\\d+ data", "+86400000 data"));
    try (Tape tape = playing().open()) {
      assertThat(chat(tape, askStreamed("a"))).contains("[DONE]");
    }
    try (Tape tape = playing().pace(true).open()) {
      CompletableFuture.runAsync(() -> chat(tape, askStreamed("a")));
      RecordedRequest request = tape.gateway().takeRequest();
      assertThat(request.ending()).isNotDone();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gatewayz-cassette 1 | gatewayz-cassette 2 | :1: the form 2 of cassettes is newer",
        "gatewayz-cassette 1 | cassette | :1: a cassette begins with",
        "answer 200 | answer two | expected \"answer STATUS after N ms\"",
        "\"role\": | \"role\" | is no JSON",
        "test main | tset main | :3: expected \"test …\" or \"end\", not \"tset main\"",
        "content-type: | Content-Type: | neither a header nor a part",
        "end | | the file is cut off"
      })
  void aFileThatWasChangedByHandSaysWhere(String from, String to, String message) throws Exception {
    record(ask("a"));
    String text = Files.readString(file);
    int place = from.equals("end") ? text.lastIndexOf("end") : text.indexOf(from);
    String changed =
        text.substring(0, place) + (to == null ? "" : to) + text.substring(place + from.length());
    Files.writeString(file, changed);
    assertThatThrownBy(() -> playing().open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString() + ":")
        .hasMessageContaining(message);
    assertThatThrownBy(() -> recording().open()).hasMessageContaining(message);
    assertThat(Files.readString(file)).isEqualTo(changed);
  }

  @Test
  void aFileThatIsCutAnywhereIsAnError() throws Exception {
    real.gateway().reply(Reply.text("a\nb"), Reply.chunks("x", "y"));
    record(ask("a"), askStreamed("b"));
    List<String> lines = Files.readAllLines(file);
    for (int count = 0; count < lines.size(); count++) {
      Files.write(file, lines.subList(0, count));
      assertThatThrownBy(() -> playing().open())
          .as(count + " lines")
          .isInstanceOf(IllegalStateException.class)
          .hasMessageMatching("(?s).*northwind\\.cassette:\\d+: .*");
    }
  }

  @Test
  void aFileThatWasLaidOutByHandIsRead() throws Exception {
    record(ask("a"));
    Files.writeString(
        file,
        Files.readString(file)
            .replace("  : {\n  :   \"messages\"", "# by hand\n  : { \"messages\"")
            .replace("# by hand\n", "")
            .replace("\ncall", "\n# a remark\r\n\ncall"));
    try (Tape tape = playing().open()) {
      assertThat(chat(tape, ask("a"))).contains("choices");
    }
  }

  @Test
  void filesThatCannotBeThereSaySo() throws Exception {
    assertThatThrownBy(() -> playing().open())
        .hasMessageContaining("There is no cassette " + file)
        .hasMessageContaining("-Dgatewayz.record=true");
    Path blocked = Files.writeString(folder.resolve("file"), "x").resolve("a.cassette");
    assertThatThrownBy(
            () -> Tape.builder(blocked).record(true).apiBase("http://x").apiKey("k").open())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(blocked.toString());
    assertThatThrownBy(() -> Tape.builder(folder).record(false).open())
        .hasMessageContaining("cannot be read");
  }
}
