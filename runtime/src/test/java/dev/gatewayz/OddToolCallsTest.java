package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Text;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.ApprovalRequiredException;
import dev.gatewayz.error.ToolRoundsExceededException;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tool calls as models and gateways write them, whole and streamed. */
class OddToolCallsTest extends Calls {
  private static final String TOOLS =
      "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"forecast\",\"parameters\":{}}}]";
  private static final String BLANKS = " \t\n\u000b\f\r\u001c\u0085\u00a0\u2003\u2028\u3000";

  private static Prompt prompt(String options) {
    return Prompt.of(
        "Weatherman.ask", "0", "gatewayz/m", options, "{\"role\":\"user\",\"content\":\"?\"}");
  }

  private static Rendering ask(String options, String result) {
    Tools tools = Tools.of((tool, in) -> invocation(in, result), "forecast", "other");
    return prompt(options).render().raw(0).tools(tools, 3);
  }

  private static Tools.Invocation invocation(JsonIn in, String result) {
    String city = "nowhere";
    in.beginObject();
    while (in.nextMember()) {
      if (in.name().equals("city")) {
        city = in.string();
      } else {
        in.skip();
      }
    }
    String where = city;
    return () -> result == null ? "in " + where : result;
  }

  private static String whole(String calls, String finish) {
    return "{\"choices\":[{\"message\":{\"content\":null,"
        + calls
        + "},\"finish_reason\":\""
        + finish
        + "\"}]}";
  }

  private static String chunk(String delta, String finish) {
    return "{\"choices\":[{\"index\":0,\"delta\":{"
        + delta
        + "},\"finish_reason\":"
        + finish
        + "}]}";
  }

  /** The request after tools were called: whole and streamed, the same calls. */
  private List<RecordedRequest> asked(String calls, String finish, String result) {
    return asked(TOOLS, calls, finish, result);
  }

  private List<RecordedRequest> asked(String options, String calls, String finish, String result) {
    Gatewayz client = client();
    List<RecordedRequest> seconds = new ArrayList<>();
    gateway.reply(Reply.json(whole(calls, finish)), Reply.text("ok"));
    assertThat(Prompts.of(client).call(ask(options, result), AnswerType.TEXT)).isEqualTo("ok");
    gateway.takeRequest();
    seconds.add(gateway.takeRequest());
    String end = chunk("", "\"" + finish + "\"");
    gateway.reply(Reply.events(chunk(calls, "null"), end, "[DONE]"), Reply.chunks("ok"));
    assertThat(Probe.all(Prompts.of(client).text(ask(options, result))).awaitCompletion())
        .containsExactly("ok");
    gateway.takeRequest();
    seconds.add(gateway.takeRequest());
    return seconds;
  }

  private static List<?> messages(RecordedRequest request) {
    return (List<?>) request.json("/messages").orElseThrow();
  }

  private static Object member(Object object, String... path) {
    Object value = object;
    for (String name : path) {
      value =
          value instanceof List<?> list
              ? list.get(Integer.parseInt(name))
              : ((Map<?, ?>) value).get(name);
    }
    return value;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", BLANKS})
  void aBlankResultIsToldInWords(String result) {
    String call = "\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"forecast\"}}]";
    for (RecordedRequest second : asked(call, "tool_calls", result)) {
      assertThat(member(messages(second), "2", "content")).isEqualTo("(empty)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "null", "\" \"", "\"null\"", "{}", "\"{}\""})
  void noArgumentsAreAnEmptyObject(String arguments) {
    String call =
        "\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\",\"function\":"
            + "{\"name\":\"forecast\",\"arguments\":"
            + arguments
            + "}}]";
    for (RecordedRequest second : asked(call, "tool_calls", null)) {
      assertThat(member(messages(second), "1", "tool_calls", "0", "function", "arguments"))
          .isEqualTo("{}");
      assertThat(member(messages(second), "2", "content")).isEqualTo("in nowhere");
    }
  }

  @Test
  void whatIsNoObjectGoesBackInsideOne() {
    String call =
        "\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"forecast\",\"arguments\":\"Oslo\"}}]";
    for (RecordedRequest second : asked(call, "tool_calls", null)) {
      assertThat(member(messages(second), "1", "tool_calls", "0", "function", "arguments"))
          .isEqualTo("{\"arguments\":\"Oslo\"}");
      assertThat((String) member(messages(second), "2", "content")).contains("do not fit");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The same index, and no ids.
        "{\"index\":0,\"id\":\"\",\"function\":{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"A\\\"}\"}},"
            + "{\"index\":0,\"id\":\"\",\"function\":{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"B\\\"}\"}}",
        // The same id, as from a clock.
        "{\"index\":0,\"id\":\"call_17\",\"function\":{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"A\\\"}\"}},"
            + "{\"index\":1,\"id\":\"call_17\",\"function\":{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"B\\\"}\"}}",
        // Neither index nor id, and arguments as JSON.
        "{\"function\":{\"name\":\"forecast\",\"arguments\":{\"city\":\"A\"}}},"
            + "{\"function\":{\"name\":\"forecast\",\"arguments\":{\"city\":\"B\"}}}",
      })
  void callsOfOneAnswerAreToldApart(String calls) {
    for (String finish : List.of("tool_calls", "stop")) {
      for (RecordedRequest second : asked("\"tool_calls\":[" + calls + "]", finish, null)) {
        List<?> messages = messages(second);
        List<Object> ids = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
          Object id = member(messages, "1", "tool_calls", "" + i, "id");
          ids.add(id);
          assertThat(member(messages, "" + (2 + i), "tool_call_id")).isEqualTo(id);
          assertThat(member(messages, "" + (2 + i), "content")).isEqualTo(i == 0 ? "in A" : "in B");
        }
        assertThat(new HashSet<>(ids)).hasSize(2).doesNotContain("");
      }
      gateway.reset();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":\"a\",\"function\":{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"A\\\"}\"}}",
        "[{\"id\":\"a\",\"function\":{\"name\":\"forecast\",\"parameters\":{\"city\":\"A\"}}}]",
        "[{\"id\":\"a\",\"function\":{\"name\":\"forecast\",\"arguments\":\"{'city': 'A',}\"}}]",
        "[{\"name\":\"forecast\",\"arguments\":{\"city\":\"A\"}}]",
        "[{\"id\":\"a\",\"type\":\"function\",\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"A\\\"}\"}]",
        "[{\"id\":\"a\",\"function\":{\"name\":\"forecast\",\"arguments\":\"\\\"{\\\\\\\"city\\\\\\\":\\\\\\\"A\\\\\\\"}\\\"\"}}]",
      })
  void aCallInAnotherFormIsOne(String calls) {
    for (RecordedRequest second : asked("\"tool_calls\":" + calls, "tool_calls", null)) {
      assertThat(member(messages(second), "2", "content")).isEqualTo("in A");
    }
  }

  @Test
  void aNewIdInEachPieceIsNoNewCall() {
    String pieces =
        "\"tool_calls\":[{\"index\":0,\"id\":\"%s\",\"function\":{%s\"arguments\":\"%s\"}}]";
    gateway.reply(
        Reply.events(
            chunk(pieces.formatted("a", "\"name\":\"forecast\",", "{\\\"city\\\""), "null"),
            chunk(pieces.formatted("b", "", ":\\\"A\\\""), "null"),
            chunk(pieces.formatted("c", "\"name\":\"\",", "}"), "\"tool_calls\""),
            "[DONE]"),
        Reply.chunks("ok"));

    Probe.all(Prompts.of(client()).text(ask(TOOLS, null))).awaitCompletion();

    gateway.takeRequest();
    List<?> messages = messages(gateway.takeRequest());
    assertThat(messages).hasSize(3);
    assertThat(member(messages, "2", "content")).isEqualTo("in A");
  }

  @Test
  void theOneCallOfOldIsUnderstood() {
    String call =
        "\"function_call\":{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"A\\\"}\"}";
    for (RecordedRequest second : asked(call, "function_call", null)) {
      assertThat(member(messages(second), "2", "content")).isEqualTo("in A");
    }
  }

  @Test
  void aPieceThatSaysTheSameAgainIsNoSecondCall() {
    String piece =
        "\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":"
            + "{\"name\":\"forecast\",\"arguments\":\"{\\\"city\\\":\\\"A\\\"}\"}}]";
    gateway.reply(
        Reply.events(chunk(piece, "null"), chunk(piece, "\"tool_calls\""), "[DONE]"),
        Reply.chunks("ok"));

    Probe.all(Prompts.of(client()).text(ask(TOOLS, null))).awaitCompletion();

    gateway.takeRequest();
    assertThat(messages(gateway.takeRequest())).hasSize(3);
  }

  /** Proxies of Claude begin with an empty object, others say all again at the end. */
  @ParameterizedTest
  @CsvSource({
    "{}, '{\\\"city\\\":', '\\\"A\\\"}'",
    "' { } ', '{\\\"city\\\":\\\"A\\\"}', ''",
    "'{\\\"city\\\":\\\"A\\\"}', '{\\\"city\\\":\\\"A\\\"}', ''",
    "'{\\\"city\\\":', '\\\"A\\\"}', '{\\\"city\\\":\\\"A\\\"}'",
  })
  void argumentsThatAreSaidTwiceAreMeantOnce(String first, String second, String third) {
    for (String id : List.of("", "\"id\":\"a\",\"function\":{\"name\":\"forecast\",")) {
      String named =
          "\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"forecast\",%s}}]";
      String more =
          "\"tool_calls\":[{\"index\":0," + (id.isEmpty() ? "\"function\":{" : id) + "%s}}]";
      gateway.reply(
          Reply.events(
              chunk(named.formatted("\"arguments\":\"" + first + "\""), "null"),
              chunk(more.formatted("\"arguments\":\"" + second + "\""), "null"),
              chunk(more.formatted("\"arguments\":\"" + third + "\""), "\"tool_calls\""),
              "[DONE]"),
          Reply.chunks("ok"));

      Probe.all(Prompts.of(client()).text(ask(TOOLS, null))).awaitCompletion();

      gateway.takeRequest();
      List<?> messages = messages(gateway.takeRequest());
      assertThat(messages).hasSize(3);
      assertThat(member(messages, "1", "tool_calls", "0", "function", "arguments"))
          .asString()
          .isEqualToIgnoringWhitespace("{\"city\":\"A\"}");
      assertThat(member(messages, "2", "content")).isEqualTo("in A");
    }
  }

  @Test
  void aNameThatIsNoneIsToldTheModelAndTheRoundsEnd() {
    String call =
        "\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"\",\"arguments\":\"{}\"}},"
            + "{\"id\":\"b\",\"function\":{\"name\":\"fore cast\",\"arguments\":\"{}\"}}]";
    Gatewayz client = client();
    gateway.respond(request -> Reply.json(whole(call, "tool_calls")));

    assertThrows(
        ToolRoundsExceededException.class,
        () -> Prompts.of(client).call(ask(TOOLS, null), AnswerType.TEXT));

    assertThat(gateway.requests()).hasSize(4);
    List<?> messages = messages(gateway.requests().get(1));
    assertThat(member(messages, "1", "tool_calls", "0", "function", "name")).isEqualTo("unnamed");
    assertThat(member(messages, "1", "tool_calls", "1", "function", "name")).isEqualTo("fore_cast");
    assertThat((String) member(messages, "2", "content")).contains("Tools: forecast, other.");
  }

  /** What is called, and what the model is told. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '\0',
      value = {
        "functions.forecast | in A",
        "functions.forecast:0 | in A",
        "tools.forecast | in A",
        "default_api.forecast | in A",
        "forecast:12 | in A",
        "Forecast | in A",
        "functions.ForeCast:1 | in A",
        "forecast<|channel|>commentary | in A",
        "functions.forecast:0 <|constrain|>json | in A",
        "assistant<|channel|>commentary to=functions.forecast | in A",
        "\\n forecast\\t | in A",
        "Other | in A",
        "OTHER | There is no tool OTHER. Tools: forecast, other, Other.",
        "forecasts | There is no tool forecasts. Tools: forecast, other, Other.",
        "functions. | There is no tool functions.. Tools: forecast, other, Other.",
        "weather.forecast | There is no tool weather.forecast. Tools: forecast, other, Other.",
      })
  void theToolThatIsMeantIsCalled(String name, String told) {
    Tools tools =
        Tools.of((tool, in) -> invocation(in, null), "forecast", "other", "Other")
            .withApproval("other");
    String call =
        "\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\""
            + name
            + "\",\"arguments\":\"{\\\"city\\\":\\\"A\\\"}\"}}]";
    gateway.reply(Reply.json(whole(call, "tool_calls")), Reply.text("ok"));

    Prompts.of(client()).call(prompt(TOOLS).render().raw(0).tools(tools, 1), AnswerType.TEXT);

    gateway.takeRequest();
    assertThat(member(messages(gateway.takeRequest()), "2", "content")).isEqualTo(told);
  }

  @Test
  void aToolThatNeedsApprovalNeedsItUnderEachName() {
    Tools tools = Tools.of((tool, in) -> invocation(in, null), "pay").withApproval("pay");
    for (String name : List.of("pay", "functions.pay:0", "PAY")) {
      String call = "\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"" + name + "\"}}]";
      gateway.reply(Reply.json(whole(call, "tool_calls")));

      ApprovalRequiredException e =
          assertThrows(
              ApprovalRequiredException.class,
              () ->
                  Prompts.of(client())
                      .call(prompt(TOOLS).render().raw(0).tools(tools, 1), AnswerType.TEXT));

      assertThat(e.wanted()).extracting(ToolCall::name).containsExactly("pay");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"required\"", "{\"type\":\"function\",\"function\":{\"name\":\"forecast\"}}"})
  void whoMustCallAToolNeedDoSoOnce(String choice) {
    String options = "\"tool_choice\":" + choice + "," + TOOLS;
    String call = "\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"forecast\"}}]";

    List<RecordedRequest> seconds = asked(options, call, "tool_calls", null);

    assertThat(gateway.requests().get(0).bodyText()).contains("\"tool_choice\":" + choice);
    for (RecordedRequest second : seconds) {
      assertThat(second.bodyText()).doesNotContain("tool_choice").contains(TOOLS);
    }
  }

  @Test
  void aChoiceThatForcesNothingStays() {
    String call = "\"tool_calls\":[{\"id\":\"a\",\"function\":{\"name\":\"forecast\"}}]";
    for (RecordedRequest second :
        asked("\"tool_choice\":\"auto\"," + TOOLS, call, "tool_calls", null)) {
      assertThat(second.bodyText()).contains("\"tool_choice\":\"auto\"");
    }
  }

  @Test
  void aBlankAnswerIsNotEchoedWhenACorrectionIsAskedFor() {
    Gatewayz client = client();
    gateway.reply(Reply.text(" "), Reply.text("4"));

    int stars =
        Prompts.of(client)
            .call(prompt("").render().raw(0).repair(1), AnswerType.of(in -> in.int32()));

    assertThat(stars).isEqualTo(4);
    gateway.takeRequest();
    assertThat(messages(gateway.takeRequest()))
        .hasSize(2)
        .allSatisfy(message -> assertThat(member(message, "role")).isEqualTo("user"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u0085", "\u00a0", "\u3000", BLANKS})
  void blankMessagesAreRefusedBeforeTheyAreSent(String blank) {
    AssistantMessage silent = AssistantMessage.builder().content(blank).build();
    List<Runnable> attempts =
        List.of(
            () -> Message.system(blank),
            () -> Message.user(blank),
            () -> Message.user(Text.of(blank), Text.of(blank)),
            () -> Message.assistant(blank),
            () -> Message.assistant(blank, List.of()),
            () -> Message.tool("a", blank),
            () -> ChatRequest.builder().message(silent),
            () -> prompt("").render().history("before", List.of(silent)),
            () ->
                Prompt.of("P.p", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"")
                    .render()
                    .raw(0)
                    .text("x", blank)
                    .filled("user"));
    for (Runnable attempt : attempts) {
      assertThatIllegalArgumentException().isThrownBy(attempt::run).withMessageContaining("blank");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MessageJson.read("[{\"role\":\"tool\",\"tool_call_id\":\"a\"}]"))
        .withMessageStartingWith("Message 1: The tool message is blank");
  }

  @Test
  void wordsThatEndInBlanksAreNoBlanks() {
    for (String words : List.of("x" + BLANKS, "\\n", "\u001fx\t", "é\u00a0", "\"")) {
      assertThat(
              Prompt.of("P.p", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"")
                  .render()
                  .raw(0)
                  .text("x", words)
                  .filled("user"))
          .isNotNull();
    }
  }

  @Test
  void aHistoryByHandIsWrittenAsStrictServersWantIt() {
    Gatewayz client = client();
    AssistantMessage called =
        AssistantMessage.builder()
            .content("")
            .toolCalls(List.of(new ToolCall("a", "forecast", "")))
            .build();
    AssistantMessage refused = AssistantMessage.builder().content("").refusal("No.").build();

    client.complete(
        ChatRequest.builder()
            .model("gatewayz/m")
            .user("?")
            .message(called)
            .message(Message.tool("a", "sun"))
            .message(refused)
            .user("Why?")
            .build());

    assertThat(gateway.takeRequest().bodyText())
        .contains(
            "\"content\":null,\"tool_calls\":", "\"arguments\":\"{}\"", "\"content\":\"No.\"");
  }
}
