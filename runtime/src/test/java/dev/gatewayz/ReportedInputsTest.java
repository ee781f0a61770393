package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Named.named;

import dev.gatewayz.annotation.SchemaForm;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.PromptClient;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.AnswerRefusedException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.usage.Budget;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Inputs that people have reported of clients like this one: whole and streamed, by each wire. */
class ReportedInputsTest {
  private static final ChatRequest HELLO = Asking.ask("Hello");
  private static final CallOptions SECOND =
      CallOptions.builder().fallback(Fallback.model("gatewayz/a/second")).build();
  private static final String END =
      "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"%s\"}]}";

  /** One report: what a server sends, and what comes of it. */
  private interface Report {
    void replay(Line line);
  }

  static Stream<Arguments> reports() {
    return Stream.of(Wire.H2C, Wire.HTTP_1_1)
        .flatMap(
            wire ->
                Stream.of(
                        report("events that say nothing", ReportedInputsTest::emptyEvents),
                        report("chunks without a name", ReportedInputsTest::chunksWithoutNames),
                        report("no arguments", ReportedInputsTest::noArguments),
                        report("two calls as one", ReportedInputsTest::twoCallsAsOne),
                        report("thoughts are wanted back", ReportedInputsTest::thoughtsWantedBack),
                        report("a draft in thoughts", ReportedInputsTest::aDraftInThoughts),
                        report("a refusal", ReportedInputsTest::aRefusal),
                        report("words for a filter", ReportedInputsTest::wordsForAFilter),
                        report("a prompt too long", ReportedInputsTest::aPromptTooLong),
                        report("a form not taken", ReportedInputsTest::aFormNotTaken),
                        report("a wait as a date", ReportedInputsTest::aWaitAsADate),
                        report("a member taken back", ReportedInputsTest::aMemberTakenBack),
                        report("a cost in the usage", ReportedInputsTest::aCostInTheUsage),
                        report("half a character", ReportedInputsTest::halfACharacter),
                        report("a base with a version", ReportedInputsTest::aBaseWithAVersion),
                        report("a day used up", ReportedInputsTest::aDayUsedUp))
                    .map(report -> Arguments.of(wire, report)));
  }

  private static Named<Report> report(String name, Report report) {
    return named(name, report);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void are(Wire wire, Report report) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      report.replay(new Line(wire, gateway, client));
    }
  }

  private static void emptyEvents(Line line) {
    String[] events = {
      "[]", delta("{\"content\":\"Hello\"}"), "{}", END.formatted("stop"), "[DONE]"
    };
    line.gateway.reply(Reply.events(events), Reply.events(events));
    assertThat(line.answers()).extracting(Completion::text).containsOnly("Hello");

    Reply limit = Reply.events("[{\"error\":{\"code\":429,\"message\":\"m\"}}]", "[DONE]");
    line.gateway.reply(limit, limit);
    line.fails(RateLimitException.class);
  }

  private static void chunksWithoutNames(Line line) {
    String silent = "{\"id\":\"\",\"model\":\"\",\"choices\":[],\"usage\":{\"prompt_tokens\":1}}";
    String[] events = {
      silent, delta("{\"content\":\"Hello\"}"), silent, END.formatted("stop"), "[DONE]"
    };
    line.gateway.reply(Reply.events(events), Reply.events(events));
    for (Completion<String> answer : line.answers()) {
      assertThat(answer.response().id()).isEqualTo("c");
      assertThat(answer.model()).isEqualTo("gatewayz/openai/gpt-4o-mini");
    }
  }

  private static void noArguments(Line line) {
    for (RecordedRequest second :
        line.afterTools(
            "[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]", "")) {
      assertThat(second.bodyText()).contains("\"arguments\":\"{}\"").contains("ran with nothing");
    }
  }

  private static void twoCallsAsOne(Line line) {
    String call =
        "{\"index\":0,\"id\":\"\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"x\\\":\\\"%s\\\"}\"}}";
    for (RecordedRequest second :
        line.afterTools("[" + call.formatted("A") + "," + call.formatted("B") + "]", "")) {
      assertThat(second.bodyText()).contains("ran with A").contains("ran with B");
    }
  }

  private static void thoughtsWantedBack(Line line) {
    for (RecordedRequest second :
        line.afterTools(
            "[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]",
            "\"reasoning_content\":\"hm\",")) {
      assertThat(second.bodyText()).contains("\"reasoning_content\":\"hm\"");
    }
  }

  private static void aDraftInThoughts(Line line) {
    String text = "<think>\nFirst idea {\"stars\":3}, no.\n</think>\n\n{\"stars\":5}";
    line.gateway.reply(Reply.text(text), Reply.chunks("<thi", text.substring(4)));
    assertThat(line.prompts().call(plain(), STARS)).isEqualTo(5);
    assertThat(line.prompts().call(plain(), STARS)).isEqualTo(5);
  }

  private static void aRefusal(Line line) {
    String said = "{\"content\":null,\"refusal\":\"I can't help with that.\"}";
    line.refuses(said, "stop", "I can't help with that.");
  }

  private static void wordsForAFilter(Line line) {
    line.refuses("{\"content\":null}", "PROHIBITED_CONTENT", "PROHIBITED_CONTENT");

    line.reply("{\"content\":null}", "MALFORMED_FUNCTION_CALL");
    for (GatewayzException e : line.promptFails(AnswerTruncatedException.class)) {
      assertThat(e).hasMessageContaining("MALFORMED_FUNCTION_CALL");
    }
  }

  private static void aPromptTooLong(Line line) {
    String words = "prompt is too long: 1022145 tokens > 1000000 maximum";
    String passedOn = "Error code: 400 - {'error': {'message': '" + words + "'}}";
    for (Reply failure :
        List.of(
            ErrorReply.openAi(400, "invalid_request_error", null, words),
            ErrorReply.providerFailed(passedOn),
            ErrorReply.brief(200, "internal_error", passedOn))) {
      line.gateway.reply(failure, failure);
      line.fails(ContextWindowExceededException.class);
      line.gateway.reply(
          failure, Reply.text("from the second"), failure, Reply.chunks("from the second"));
      assertThat(line.answers(SECOND)).extracting(Completion::text).containsOnly("from the second");
    }
  }

  private static void aFormNotTaken(Line line) {
    Reply refusal =
        ErrorReply.openAi(
            400,
            "invalid_request_error",
            null,
            "This model does not support 'json_schema' response format. Supported formats: json_object.");
    Prompt prompt =
        Prompt.of(
                "P.p",
                "0",
                "gatewayz/m",
                "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"n\",\"strict\":true,\"schema\":{}}}",
                "{\"role\":\"user\",\"content\":\"?\"}")
            .withSchema(SchemaForm.AUTO, "{\"stars\": integer}");
    line.gateway.reply(refusal, Reply.text("{\"stars\":5}"));
    assertThat(line.prompts().call(prompt.render().raw(0), STARS)).isEqualTo(5);
    assertThat(line.gateway.requests().get(1).bodyText())
        .contains("\"response_format\":{\"type\":\"json_object\"}");
  }

  private static void aWaitAsADate(Line line) {
    Reply limit =
        ErrorReply.openAi(429, "rate_limit_error", null, "Slow down.")
            .header("Retry-After", String.valueOf(Instant.now().getEpochSecond() + 2));
    line.gateway.reply(limit, limit);
    for (RateLimitException e : line.fails(RateLimitException.class)) {
      assertThat(e.retryAfter()).isBetween(Duration.ZERO, Duration.ofSeconds(2));
    }
  }

  private static void aMemberTakenBack(Line line) {
    CallOptions without =
        CallOptions.builder()
            .extra("max_tokens", null)
            .extra("max_completion_tokens", "600")
            .extra("temperature", null)
            .build();
    ChatRequest request =
        ChatRequest.builder().model("gatewayz/m").user("?").maxTokens(600).temperature(0.2).build();
    line.client.complete(request, without);
    line.client.stream(request, without).forEach(chunk -> {}).join();
    for (RecordedRequest sent : line.gateway.requests()) {
      assertThat(sent.bodyText())
          .contains("\"max_completion_tokens\":600")
          .doesNotContain("max_tokens\":", "temperature");
    }
  }

  private static void aCostInTheUsage(Line line) {
    String usage = ",\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1,\"cost\":0.00123}";
    String[] events = {
      delta("{\"content\":\"Hello\"}"),
      END.formatted("stop").replace("]}", "]" + usage + "}"),
      "[DONE]"
    };
    Reply whole =
        Reply.json(
            "{\"choices\":[{\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]"
                + usage
                + "}");
    line.gateway.reply(whole, Reply.events(events));
    try (Gatewayz poor =
        line.wire
            .client(line.gateway)
            .budget(Budget.cost("d", "0.002", Duration.ofDays(1)))
            .build()) {
      BigDecimal cost = new BigDecimal("0.00123");
      assertThat(poor.complete(HELLO).cost()).isEqualByComparingTo(cost);
      assertThat(poor.stream(HELLO).forEach(chunk -> {}).join().cost()).isEqualByComparingTo(cost);
      assertThat(catchThrowableOfType(GatewayzException.class, () -> poor.complete(HELLO)))
          .isNotNull();
    }
    assertThat(line.gateway.requests()).hasSize(2);
  }

  private static void halfACharacter(Line line) {
    line.client.complete(Asking.ask("half \ud83d"));
    line.client.stream(Asking.ask("half \ud83d")).forEach(chunk -> {}).join();
    assertThat(line.gateway.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.bodyText()).contains("half \uFFFD"));
  }

  private static void aBaseWithAVersion(Line line) {
    for (String path : List.of("/api/coding/paas/v4", "/v1beta/openai/")) {
      line.gateway.respond(request -> Reply.text("Hello"));
      GatewayzBuilder builder =
          line.wire.client(line.gateway).apiBase(line.gateway.apiBase() + path);
      try (Gatewayz other = builder.build()) {
        other.complete(HELLO);
        other.stream(HELLO).forEach(chunk -> {}).join();
      }
    }
    assertThat(line.gateway.requests())
        .extracting(RecordedRequest::path)
        .containsExactly(
            "/api/coding/paas/v4/chat/completions",
            "/api/coding/paas/v4/chat/completions",
            "/v1beta/openai/chat/completions",
            "/v1beta/openai/chat/completions");
  }

  private static void aDayUsedUp(Line line) {
    String reason =
        "Daily usage limit exceeded. Used: $0.9981, Limit: $1.00. Resets at: "
            + Instant.now().plusSeconds(7_200);
    Reply failure =
        ErrorReply.envelope(
            400,
            "INVALID_PARAMETER_TYPE",
            "Invalid value for parameter 'request'",
            Map.of("parameter_name", "request", "parameter_value", reason));
    line.gateway.reply(failure, failure);
    for (RateLimitException e : line.fails(RateLimitException.class)) {
      assertThat(e).hasMessageContaining("Daily usage limit exceeded");
      assertThat(e.retryAfter()).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(120));
    }
    assertThat(line.gateway.requests()).hasSize(2);
  }

  private static final AnswerType<Integer> STARS =
      AnswerType.of(
          in -> {
            Integer stars = null;
            in.beginObject();
            while (in.nextMember()) {
              if (in.name().equals("stars")) {
                stars = in.int32();
              } else {
                in.skip();
              }
            }
            return in.required("stars", stars);
          });

  private static Rendering plain() {
    return Prompt.of("P.p", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"?\"}")
        .render()
        .raw(0);
  }

  private static String delta(String delta) {
    return "{\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":" + delta + "}]}";
  }

  /** A client and a gateway by one wire. */
  private record Line(Wire wire, MockGateway gateway, Gatewayz client) {

    PromptClient prompts() {
      return Prompts.of(client);
    }

    /** Two answers, whole and streamed. */
    List<Completion<String>> answers(CallOptions options) {
      return List.of(
          client.complete(HELLO, options),
          client.stream(HELLO, options).forEach(chunk -> {}).join());
    }

    List<Completion<String>> answers() {
      return answers(CallOptions.NONE);
    }

    /** Two failures, whole and streamed. */
    <E extends GatewayzException> List<E> fails(Class<E> type) {
      return List.of(
          catchThrowableOfType(type, () -> client.complete(HELLO)),
          Probe.all(client.stream(HELLO)).awaitFailure(type));
    }

    /** The same of prompts of text. */
    <E extends GatewayzException> List<E> promptFails(Class<E> type) {
      return List.of(
          catchThrowableOfType(type, () -> prompts().call(plain(), AnswerType.TEXT)),
          Probe.all(prompts().text(plain())).awaitFailure(type));
    }

    /** Answers so, whole and streamed. */
    void reply(String message, String finish) {
      String usage = ",\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}";
      gateway.reply(
          Reply.json(
              "{\"choices\":[{\"message\":"
                  + message
                  + ",\"finish_reason\":\""
                  + finish
                  + "\"}]"
                  + usage),
          Reply.events(delta(message), END.formatted(finish).replace("]}", "]" + usage), "[DONE]"));
    }

    void refuses(String message, String finish, String words) {
      reply(message, finish);
      for (AnswerRefusedException e : promptFails(AnswerRefusedException.class)) {
        assertThat(e).hasMessageContaining(words);
        assertThat(e.partial().usage()).isNotNull();
      }
    }

    /** What is sent after these calls, whole and streamed. */
    List<RecordedRequest> afterTools(String calls, String thoughts) {
      String message = "{\"content\":null," + thoughts + "\"tool_calls\":" + calls + "}";
      Tools tools =
          Tools.of(
              (tool, in) -> {
                String x = "nothing";
                in.beginObject();
                while (in.nextMember()) {
                  x = in.string();
                }
                String ran = "ran with " + x;
                return () -> ran;
              },
              "f");
      Prompt prompt =
          Prompt.of(
              "P.p",
              "0",
              "gatewayz/m",
              "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{}}}]",
              "{\"role\":\"user\",\"content\":\"?\"}");
      gateway.reply(
          Reply.json(
              "{\"choices\":[{\"message\":" + message + ",\"finish_reason\":\"tool_calls\"}]}"),
          Reply.text("ok"),
          Reply.events(delta(message), END.formatted("tool_calls"), "[DONE]"),
          Reply.chunks("ok"));
      assertThat(prompts().call(prompt.render().raw(0).tools(tools, 2), AnswerType.TEXT))
          .isEqualTo("ok");
      assertThat(
              Probe.all(prompts().text(prompt.render().raw(0).tools(tools, 2))).awaitCompletion())
          .containsExactly("ok");
      return List.of(gateway.requests().get(1), gateway.requests().get(3));
    }
  }
}
