package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Named.named;

import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.StreamErrorException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.SharedCalls;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Protocol;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Streams and answers in the forms of servers that mean the same as OpenAI and write it otherwise.
 */
class OddServersTest extends SharedCalls {
  private static final String HE =
      "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"He\"}}]}\n\n";
  private static final String LLO =
      "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"llo\"}}]}\n\n";
  private static final String END =
      "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
  private static final String DONE = "data: [DONE]\n\n";
  private static final String PLAIN = HE + LLO + END + DONE;

  /** Perplexity says in each event what all of them have said. */
  private static final String BESIDE =
      HE.replace("\"delta\"", "\"delta\":{\"content\":\"He\"},\"message\"")
          + "data: {\"choices\":[{\"delta\":{\"content\":\"llo\"},\"message\":{\"content\":\"Hello\"}}]}\n\n"
          + "data: {\"choices\":[{\"delta\":{},\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}\n\n"
          + DONE;

  private static final String BESIDE_FIRST =
      "data: {\"choices\":[{\"message\":{\"content\":\"He\"},\"delta\":{\"content\":\"He\"}}]}\n\n"
          + "data: {\"choices\":[{\"message\":{\"content\":\"Hello\"},\"delta\":{\"content\":\"llo\"}}]}\n\n"
          + "data: {\"choices\":[{\"message\":{\"content\":\"Hello\"},\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
          + DONE;

  private static final String WHOLE =
      "{\"choices\":[{\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}";

  private static String delta(String delta) {
    return "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}";
  }

  /** Each says "Hello" and stops. */
  static Stream<Named<String>> streams() {
    String usage =
        "{\"choices\":[],\"usage\":{\"prompt_tokens\":\"9\",\"completion_tokens\":\"2.0\",\"total_tokens\":null}}";
    return Stream.of(
        named("as OpenAI writes it", PLAIN),
        named("CR", PLAIN.replace("\n", "\r")),
        named("CRLF", PLAIN.replace("\n", "\r\n")),
        named("all line ends", HE + LLO.replace("\n", "\r") + END.replace("\n", "\r\n") + DONE),
        named("byte order mark", "\uFEFF" + PLAIN),
        named("no space", PLAIN.replace("data: ", "data:")),
        named("comments", ": hi\n\n:\n" + HE + ": OPENROUTER PROCESSING\n\n" + LLO + END + DONE),
        named("comment as data", HE + "data: : keep-alive\n\n" + LLO + END + DONE),
        named("empty data", "data:\n\n" + HE + "data: \n\n" + LLO + END + DONE),
        named("empty array", HE + "data: []\n\n" + LLO + END + DONE),
        named("empty object", HE + "data: {}\n\n" + LLO + END + DONE),
        named("null", HE + "data: null\n\n" + LLO + END + DONE),
        named("ping", HE + "event: ping\ndata: {}\n\n" + LLO + END + DONE),
        named("ping of text", HE + "event: ping\ndata: 2026-01-01\n\n" + LLO + END + DONE),
        named("ping in an object", HE + "data: {\"type\":\"ping\"}\n\n" + LLO + END + DONE),
        named("named events", "event: message\nid: 7\nretry: 9\n" + PLAIN),
        named(
            "events in an array",
            "data: ["
                + delta("{\"content\":\"He\"}")
                + ","
                + delta("{\"content\":\"llo\"}")
                + "]\n\n"
                + END),
        named(
            "several lines of data",
            "data: {\"choices\":\ndata: [{\"delta\":{\"content\":\"He\"}}]}\n\n"
                + LLO
                + END
                + DONE),
        named("done without space", HE + LLO + END + "data:[DONE]\n\n"),
        named("done with spaces", HE + LLO + END + "data:   [DONE] \n\n"),
        named("done without a blank line", HE + LLO + END + "data: [DONE]"),
        named("no done", HE + LLO + END),
        named("no blank line at the end", HE + LLO + END.stripTrailing()),
        named("done in small letters", HE + LLO + END + "data: [done]\n\n"),
        named("done in quotes", HE + LLO + END + "data: \"[DONE]\"\n\n"),
        named("ping as data", HE + "data: ping\n\n" + LLO + END + DONE),
        named(
            "a document a line",
            PLAIN.replace("data: [DONE]\n\n", "").replace("data: ", "").replace("\n\n", "\n")),
        named("an object for choices", PLAIN.replace("[{\"index", "{\"index").replace("}]}", "}}")),
        named("an index that is none", PLAIN.replace("\"index\":0", "\"index\":-1")),
        named("an index that is too large", PLAIN.replace("\"index\":0", "\"index\":1000000000")),
        named(
            "text for delta",
            PLAIN
                .replace("\"delta\":{\"content\":\"He\"}", "\"text\":\"He\"")
                .replace("\"delta\":{\"content\":\"llo\"}", "\"text\":\"llo\"")),
        named(
            "no error",
            PLAIN
                .replace(
                    "\"id\":\"c\"",
                    "\"error\":{\"message\":null,\"code\":0},\"errors\":[],\"detail\":\"\"")
                .replace("{\"choices\"", "{\"error\":false,\"choices\"")),
        named("error false alone", HE + "data: {\"error\":false}\n\n" + LLO + END + DONE),
        named("no index", PLAIN.replace("\"index\":0,", "")),
        named("index as text", PLAIN.replace("\"index\":0", "\"index\":\"0\"")),
        named("index 1", PLAIN.replace("\"index\":0", "\"index\":1")),
        named("index 1 as text", PLAIN.replace("\"index\":0", "\"index\":\"1\"")),
        named("index 1, then none", HE.replace("\"index\":0", "\"index\":1") + LLO + END + DONE),
        named(
            "index 1 in a document",
            "{\"choices\":[{\"index\":1,\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}"),
        named("index null", PLAIN.replace("\"index\":0", "\"index\":null")),
        named("message for delta", PLAIN.replace("\"delta\"", "\"message\"")),
        named("delta null, then message", PLAIN.replace("\"delta\"", "\"delta\":null,\"message\"")),
        named(
            "null members",
            "data: {\"id\":null,\"object\":null,\"created\":null,\"model\":null,\"usage\":null,"
                + "\"error\":null,\"choices\":[{\"index\":0,\"delta\":{\"role\":null,"
                + "\"content\":null,\"tool_calls\":null,\"refusal\":null,\"reasoning\":null},"
                + "\"finish_reason\":null,\"logprobs\":null}]}\n\n"
                + PLAIN),
        named("choices null", "data: {\"id\":\"c\",\"choices\":null}\n\n" + PLAIN),
        named("a null choice", "data: {\"choices\":[null]}\n\n" + PLAIN),
        named("delta null", "data: " + delta("null") + "\n\n" + PLAIN),
        named(
            "content in parts",
            PLAIN
                .replace("\"He\"", "[{\"type\":\"text\",\"text\":\"He\"}]")
                .replace(
                    "\"llo\"",
                    "[{\"type\":\"text\",\"text\":\"l\"},{\"type\":\"text\",\"text\":\"lo\"}]")),
        named(
            "content as one part",
            PLAIN.replace("\"llo\"", "{\"type\":\"text\",\"text\":\"llo\"}")),
        named(
            "thoughts in parts",
            PLAIN.replace(
                "\"He\"",
                "[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"hm\"}]},"
                    + "{\"type\":\"reasoning\",\"text\":\"so\"},{\"type\":\"text\",\"text\":\"He\"}]")),
        named("a message beside each delta", BESIDE),
        named("a message before each delta", BESIDE_FIRST),
        named("text beside a delta", PLAIN.replace("\"delta\"", "\"text\":\"no\",\"delta\"")),
        named(
            "a finish reason of no letters",
            PLAIN.replace("}}]}\n\n", "},\"finish_reason\":\"\"}]}\n\n")),
        named(
            "a finish reason before the end",
            "data: {\"choices\":[{\"delta\":{\"reasoning\":\"hm\"},\"finish_reason\":\"stop\"}]}\n\n"
                + PLAIN),
        named(
            "what a filter says",
            "data: {\"choices\":[],\"id\":\"\",\"model\":\"\",\"prompt_filter_results\":[{\"prompt_index\":0}]}\n\n"
                + HE
                + "data: {\"id\":\"\",\"choices\":[{\"index\":0,\"finish_reason\":null,\"content_filter_offsets\":{}}]}\n\n"
                + LLO
                + END
                + DONE),
        named("blank lines before a document", "\n\n\n" + WHOLE),
        named("numbers as text", HE + LLO + END + "data: " + usage + "\n\n" + DONE),
        named("created as text", PLAIN.replace("\"id\":\"c\"", "\"created\":\"1790000000\"")),
        named(
            "a whole answer as a document",
            "{\"choices\":[{\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}"),
        named(
            "a whole answer in an array",
            "\n[{\"choices\":[{\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}]"),
        named(
            "a whole answer behind a byte order mark",
            "\uFEFF{\"choices\":[{\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}"));
  }

  @ParameterizedTest
  @MethodSource("streams")
  void aStreamIsRead(String body) {
    for (int piece : new int[] {1, 5, 100_000}) {
      gateway.reply(Reply.stream(body).split(piece));

      StringBuffer text = new StringBuffer();
      Completion<String> completion =
          client.stream(HELLO).forEach(chunk -> text.append(chunk.text())).join();

      assertThat(text).hasToString("Hello");
      assertThat(completion.text()).isEqualTo("Hello");
      assertThat(completion.finishReasonText()).isEqualTo("stop");
    }
  }

  /** A server may stream though it was not asked to. */
  @ParameterizedTest
  @MethodSource("streams")
  void aStreamIsReadInPlaceOfAWholeAnswer(String body) {
    gateway.reply(Reply.stream(body));

    assertThat(client.complete(HELLO).text()).isEqualTo("Hello");
  }

  @Test
  void thoughtsInPartsAreThoughts() {
    String part =
        "data: "
            + delta(
                "{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"hm\"}]}]}")
            + "\n\n";
    String member = "data: " + delta("{\"thinking\":\"hm\"}") + "\n\n";
    for (String thought : List.of(part, member)) {
      gateway.reply(Reply.stream(thought + PLAIN), Reply.stream(thought + PLAIN));
      assertThat(client.stream(HELLO).forEach(chunk -> {}).join().reasoning()).isEqualTo("hm");
      assertThat(client.complete(HELLO).reasoning()).isEqualTo("hm");
    }
  }

  /** JSON that a server has read out of the text is the text all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"5", "true", "{\"stars\":5}", "[1,2]", "[{\"text\":\"a\",\"stars\":5}]"})
  void contentThatIsJsonIsText(String json) {
    String whole =
        "{\"choices\":[{\"message\":{\"content\":" + json + "},\"finish_reason\":\"stop\"}]}";
    gateway.reply(Reply.json(whole), Reply.stream(HE.replace("\"He\"", json) + END + DONE));

    assertThat(client.complete(HELLO).text()).isEqualTo(json);
    assertThat(client.stream(HELLO).forEach(chunk -> {}).join().text()).isEqualTo(json);
  }

  /** What says nothing about tokens takes nothing back, and is not zero. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{} | ",
        "\"none\" | ",
        "{\"prompt_tokens\":null} | ",
        "{\"input_tokens\":5,\"output_tokens\":6} | 11",
        "{\"prompt_tokens\":5,\"completion_tokens\":6}}; \"usage\":{} | 11",
        "{\"prompt_tokens\":5,\"completion_tokens\":6}}; \"usage\":{\"prompt_tokens\":0,\"total_tokens\":0} | 11",
      })
  void tokensAreCounted(String usage, Long total) {
    String chunk =
        "data: {\"choices\":[],\"usage\":"
            + usage.replace(";", "\n\ndata: {\"choices\":[],")
            + "}\n\n";
    gateway.reply(Reply.stream(HE + END + chunk + DONE));

    Usage counted = client.stream(HELLO).forEach(piece -> {}).join().usage();

    assertThat(counted == null ? null : (Long) counted.totalTokens()).isEqualTo(total);
  }

  @Test
  void numbersAsTextAreCounted() {
    String body =
        HE
            + END
            + "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":\"9\",\"completion_tokens\":\"2\","
            + "\"total_tokens\":null}}\n\n"
            + DONE;
    gateway.reply(Reply.stream(body), Reply.stream(body));

    for (Usage usage :
        List.of(
            client.stream(HELLO).forEach(chunk -> {}).join().usage(),
            client.complete(HELLO).usage())) {
      assertThat(usage.promptTokens()).isEqualTo(9);
      assertThat(usage.completionTokens()).isEqualTo(2);
      assertThat(usage.totalTokens()).isEqualTo(11);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"eos", "SAFETY", "end_turn", "tool_use", "max_output"})
  void theReasonOfAnotherServerIsKept(String reason) {
    gateway.reply(Reply.stream(PLAIN.replace("\"stop\"", "\"" + reason + "\"")));

    assertThat(client.stream(HELLO).forEach(chunk -> {}).join().finishReasonText())
        .isEqualTo(reason);
  }

  @Test
  void anArrayWithAnErrorIsOne() {
    String error = "[{\"error\":{\"code\":429,\"message\":\"Slow down.\"}}]";
    gateway.reply(Reply.stream("data: " + error + "\n\n"), Reply.stream(error), Reply.json(error));

    assertThat(Probe.all(client.stream(HELLO)).awaitFailure(RateLimitException.class))
        .hasMessageContaining("Slow down.");
    assertThat(Probe.all(client.stream(HELLO)).awaitFailure(RateLimitException.class))
        .hasMessageContaining("Slow down.");
    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(RateLimitException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ": hi\n\n",
        DONE,
        HE + LLO,
        HE + LLO + DONE,
      })
  void aStreamThatBreaksOffIsNoWholeAnswer(String body) {
    gateway.reply(Reply.stream(body), Reply.stream(body));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(StreamTruncatedException.class);
    Probe.all(client.stream(HELLO)).awaitFailure(StreamTruncatedException.class);
  }

  /** Of two choices the second may come first, and is the second. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void severalChoicesKeepTheirNumbers(boolean asked) {
    String second = HE.replace("He", "B").replace("\"index\":0", "\"index\":1");
    String ends = END + END.replace("\"index\":0", "\"index\":1") + DONE;
    String both = "data: {\"choices\":[{\"index\":1,\"delta\":{}},{\"index\":0,\"delta\":{}}]}\n\n";
    ChatRequest request =
        ChatRequest.builder().model("gatewayz/a/b").user("?").n(asked ? 2 : 1).build();
    String body = (asked ? "" : both) + second + HE + ends;
    gateway.reply(Reply.stream(body), Reply.stream(body));

    for (Completion<String> answer :
        List.of(client.stream(request).forEach(chunk -> {}).join(), client.complete(request))) {
      assertThat(answer.response().choices())
          .extracting(choice -> choice.message().content())
          .containsExactly("He", "B");
    }
  }

  @Test
  void anAnswerWithoutChoicesIsNone() {
    gateway.reply(Reply.json("{\"choices\":[]}"), Reply.json("{\"choices\":[]}"));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(ProtocolException.class);
    Probe.all(client.stream(HELLO)).awaitFailure(ProtocolException.class);
  }

  /** Servers without keys get a word for one, which may be part of others. */
  @Test
  void aShortKeyIsTakenOutOfErrorsAsAWordAlone() {
    String said = "request (1097 tokens) is too much for k, or k.";
    gateway.reply(
        Reply.body(400, "application/json", "{\"error\":{\"message\":\"" + said + "\"}}"));
    try (Gatewayz local =
        Gatewayz.builder().apiKey("k").apiBase(gateway.apiBase()).noProxy().build()) {
      assertThatThrownBy(() -> local.complete(HELLO))
          .hasMessageContaining("request (1097 tokens) is too much for [api key], or [api key].");
    }
  }

  /** A base that leads to another API of the same server; asking again would be paid for again. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\"}]}",
        "{\"object\":\"response\",\"output\":[{\"type\":\"message\"}]}",
        "{\"candidates\":[{\"content\":{\"parts\":[{\"text\":\"Hi\"}]}}]}",
        "{\"model\":\"m\",\"message\":{\"content\":\"Hi\"},\"done\":true}",
        "{\"result\":{\"response\":\"Hi\"},\"success\":true,\"errors\":[],\"messages\":[]}",
      })
  void anAnswerOfAnotherApiIsNone(String body) {
    gateway.reply(Reply.json(body), Reply.json(body));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("another API");
    Probe.all(client.stream(HELLO)).awaitFailure(ProtocolException.class);
  }

  /** KoboldCpp writes the word where nothing has ended. */
  @ParameterizedTest
  @ValueSource(strings = {"\"null\"", "\"\"", "null"})
  void aWordForNoReasonEndsNothing(String reason) {
    String piece = HE.replace("}}]}", "},\"finish_reason\":" + reason + "}]}");
    gateway.reply(Reply.stream(piece), Reply.stream(piece));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(StreamTruncatedException.class);
    Probe.all(client.stream(HELLO)).awaitFailure(StreamTruncatedException.class);
    gateway.reply(Reply.json(WHOLE.replace("\"stop\"", reason)));
    assertThat(client.complete(HELLO).finishReasonText()).isNull();
  }

  /** Each is an error, wherever it comes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{'error':'it broke'} | InternalServer | it broke",
        "{'error':{'message':'Provider failed','code':502},'choices':[]} | BadGateway | Provider failed",
        "{'choices':[{'index':0,'delta':{'content':''},'finish_reason':'error','error':{'code':429,'message':'slow down'}}]} | RateLimit | slow down",
        "{'message':'slow down','code':429} | RateLimit | slow down",
        "{'message':'slow down','type':'rate_limit_error'} | RateLimit | slow down",
        "{'detail':'broke'} | InternalServer | broke",
        "{'detail':[{'loc':['body','x'],'msg':'no'}]} | InternalServer | body.x: no",
        "{'errors':[{'message':'too many requests'}]} | RateLimit | too many requests",
        "{'object':'error','message':'broke','code':400} | BadRequest | broke",
        "{'success':false,'message':'broke'} | InternalServer | broke",
        "{'code':5021,'msg':'broke'} | InternalServer | broke",
        "{'status':'error','message':'broke'} | InternalServer | broke",
        "{'status':'UNAVAILABLE','message':'busy'} | ServiceUnavailable | busy",
        "{'choices':null,'base_resp':{'status_code':1002,'status_msg':'rate limit'}} | RateLimit | rate limit",
        "{'type':'error','error':{'type':'overloaded_error','message':'Overloaded'}} | ServiceUnavailable | Overloaded",
        "{'statusCode':503,'exception':'broke'} | ServiceUnavailable | broke",
        "Internal Server Error | InternalServer | Internal Server Error",
        "<html><h1>502 Bad Gateway</h1></html> | InternalServer | 502 Bad Gateway",
        "event: error;data: rate limit reached | RateLimit | rate limit reached",
        "{'error':{'message':'Provider returned error','code':429,'metadata':{'provider_name':'Chutes','raw':'No room.'}}} | RateLimit | This is the provider's limit",
        "{'error':{'message':'Provider returned error','code':429,'metadata':{'provider_name':'Chutes','raw':'No room.'}}} | RateLimit | Provider returned error (Chutes): No room.",
        "{'error':{'message':'Provider returned error','code':429,'metadata':{'provider_name':'Google','raw':'{\\'error\\':{\\'message\\':\\'slow down\\'}}'}}} | RateLimit | error (Google): slow down",
        "{'error':{'message':'Provider returned error','code':429,'metadata':{'provider_name':'Google'}}} | RateLimit | This is the provider's limit",
        "{'error':{'message':'Provider returned error','code':401,'metadata':{'provider_name':'Google'}}} | BadGateway | error (Google)",
        "{'error':{'message':'Rate limit exceeded','code':429,'metadata':{'provider_name':null}}} | RateLimit | Slow down",
      })
  void anErrorIsOneInEachForm(String error, String type, String words) {
    String event =
        (error.startsWith("event:") ? "" : "data: ")
            + error.replace('\'', '"').replace(";", "\n")
            + "\n\n";
    Reply first = Reply.stream(event + DONE);
    gateway.reply(first, first, Reply.stream(HE + event + LLO + END + DONE));

    ApiException whole = catchThrowableOfType(ApiException.class, () -> client.complete(HELLO));
    ApiException streamed = Probe.all(client.stream(HELLO)).awaitFailure(ApiException.class);
    StreamErrorException late =
        Probe.all(client.stream(HELLO)).awaitFailure(StreamErrorException.class);

    for (ApiException e : List.of(whole, streamed, late.error())) {
      assertThat(e.getClass().getSimpleName()).startsWith(type);
      assertThat(e).hasMessageContaining(words);
    }
  }

  /** OpenRouter says when a limit ends, in the body; its own clock counts. */
  @ParameterizedTest
  @CsvSource({
    "X-RateLimit-Reset, '\"%s000\"', PT2H",
    "x-ratelimit-reset, %s000, PT2H",
    "X-RateLimit-Reset, %s, PT2H",
    "X-RateLimit-Reset, 9, ",
    "X-RateLimit-Limit, %s000, ",
  })
  void aLimitIsLeftAloneUntilItEnds(String header, String time, Duration wait) {
    String body =
        "{\"error\":{\"message\":\"Rate limit exceeded: free-models-per-day\",\"code\":429,"
            + "\"metadata\":{\"headers\":{\"X-RateLimit-Remaining\":\"0\",\""
            + header
            + "\":"
            + time.formatted(Instant.parse("2026-11-23T08:00:00Z").getEpochSecond())
            + "}}}}";
    gateway.respond(
        request ->
            Reply.body(429, "application/json", body)
                .header("date", "Mon, 23 Nov 2026 06:00:00 GMT"));
    Gatewayz once = client.with(CallOptions.builder().maxRetries(0).build());

    RateLimitException e =
        catchThrowableOfType(RateLimitException.class, () -> once.complete(HELLO));

    assertThat(e.error().retryAfter()).isEqualTo(wait);
  }

  /** In a response, as the first event, and in the middle of a stream. */
  @ParameterizedTest
  @EnumSource(
      value = Wire.class,
      names = {"HTTP_1_1", "H2C"})
  void aSentenceNamesTheWait(Wire wire) {
    String error = "{\"error\":{\"message\":\"Rate limit reached. Please try again in 20s.\"}}";
    String event = "data: " + error + "\n\n";
    try (MockGateway server = wire.gateway().start();
        Gatewayz calling = wire.client(server).maxRetries(0).build()) {
      server.reply(
          Reply.body(429, "application/json", error),
          Reply.body(429, "application/json", error),
          Reply.stream(event),
          Reply.stream(HE + event));

      ApiException whole = catchThrowableOfType(ApiException.class, () -> calling.complete(HELLO));
      ApiException refused = Probe.all(calling.stream(HELLO)).awaitFailure(ApiException.class);
      ApiException first = Probe.all(calling.stream(HELLO)).awaitFailure(ApiException.class);
      StreamErrorException late =
          Probe.all(calling.stream(HELLO)).awaitFailure(StreamErrorException.class);

      for (ApiException e : List.of(whole, refused, first, late.error())) {
        assertThat(e).isInstanceOf(RateLimitException.class);
        assertThat(e.error().retryAfter()).isEqualTo(Duration.ofSeconds(20));
      }
    }
  }

  @Test
  void halvesOfSurrogatePairsAndBytesThatAreNoTextDoNoHarm() {
    byte[] broken = HE.replace("He", "H\uFFFDe").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < broken.length; i++) {
      if (broken[i] == (byte) 0xef) {
        broken[i] = (byte) 0xff;
      }
    }
    gateway.reply(
        Reply.stream(
            HE.replace("He", "\\ud83d") + LLO.replace("llo", "\\ude00 \\udc00!") + END + DONE),
        Reply.stream(broken, (END + DONE).getBytes(StandardCharsets.UTF_8)));

    assertThat(client.stream(HELLO).forEach(chunk -> {}).join().text())
        .startsWith("\ud83d\ude00 ")
        .endsWith("!");
    assertThat(client.stream(HELLO).forEach(chunk -> {}).join().text())
        .startsWith("H")
        .endsWith("e");
    client.complete(ChatRequest.builder().model("gatewayz/a/b").user("half \ud83d").build());
    assertThat(gateway.requests().get(2).bodyText()).contains("half \uFFFD");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1}}\n\n",
        "data: {\"id\":\"\",\"model\":\"\",\"choices\":[]}\n\n",
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n",
        "data: []\n\n",
        "event: ping\ndata: {}\n\n",
        ": comment\n\n"
      })
  void whatSaysNothingHoldsOffNoDeadline(String event) {
    Duration soon = Duration.ofMillis(200);
    List<String> events = new ArrayList<>(Collections.nCopies(500, event));
    Gatewayz hurried = within(Deadlines.DEFAULT.withFirstToken(soon));
    gateway.reply(
        Reply.stream(events.toArray(String[]::new)).beforeEach(Step.pause(Duration.ofMillis(20))));

    assertThat(Probe.all(hurried.stream(HELLO)).awaitFailure(DeadlineExceededException.class))
        .hasMessageContaining("FIRST_TOKEN");

    events.add(0, HE);
    gateway.reply(
        Reply.stream(events.toArray(String[]::new)).beforeEach(Step.pause(Duration.ofMillis(20))));
    Gatewayz patient = within(Deadlines.DEFAULT.withIdle(soon));
    assertThat(Probe.all(patient.stream(HELLO)).awaitFailure(DeadlineExceededException.class))
        .hasMessageContaining("IDLE");
  }

  private Gatewayz within(Deadlines deadlines) {
    return client.with(CallOptions.builder().deadlines(deadlines).build());
  }

  @Test
  void aQueryOfTheBaseGoesWithEveryRequest() {
    String base = gateway.apiBase() + "/openai/deployments/gpt?api-version=2024-10-21";
    try (Gatewayz azure = Gatewayz.builder().apiKey("k").apiBase(base).noProxy().build()) {
      gateway.respond(request -> Reply.text("x"));
      azure.complete(HELLO);
    }
    assertThat(gateway.takeRequest().path()).isEqualTo("/openai/deployments/gpt/chat/completions");
    assertThat(gateway.requests().get(0).query("api-version")).contains("2024-10-21");

    try (Gatewayz session =
        Gatewayz.builder()
            .apiKey("k")
            .apiBase(gateway.apiBase() + "/v1?session_id=12")
            .noProxy()
            .build()) {
      session.complete(HELLO);
      gateway.respond(request -> Reply.json("{\"data\":[{\"id\":\"a/b\"}]}"));
      session.models();
    }
    assertThat(gateway.requests())
        .extracting(request -> request.query("session_id").orElse("none"))
        .containsExactly("none", "12", "12");
    assertThat(gateway.requests().get(2).query("limit")).isPresent();
  }

  /** Servers on Uvicorn drop the body of a request that asks for HTTP/2. */
  @Test
  void noUpgradeIsAskedFor() {
    try (MockGateway plain = Wire.HTTP_1_1.gateway().start();
        Gatewayz calling = Wire.HTTP_1_1.client(plain).build()) {
      plain.reply(Reply.text("Hello"));
      calling.complete(HELLO);
      RecordedRequest request = plain.takeRequest();
      assertThat(request.protocol()).isEqualTo(Protocol.HTTP_1_1);
      assertThat(request.header("upgrade")).isEmpty();
      assertThat(request.header("http2-settings")).isEmpty();
      assertThat(request.bodyText()).contains("Hello");
    }
  }

  /** OpenAI refuses members it does not know; what this client adds by itself is taken out. */
  @Test
  void openAiTakesWhatIsSent() {
    try (MockGateway strict = MockGateway.openai().start();
        Gatewayz openAi = Wire.H2C.client(strict).extra("auto_web_search", null).build()) {
      assertThat(openAi.complete(HELLO).text()).startsWith("A mock gateway answers");
      assertThat(openAi.stream(HELLO).forEach(chunk -> {}).join().usage()).isNotNull();
      strict.reply(Reply.toolCalls(new FunctionCall("f", "{}")));
      assertThat(openAi.complete(HELLO).choices().get(0).message().toolCalls()).hasSize(1);
    }
  }
}
