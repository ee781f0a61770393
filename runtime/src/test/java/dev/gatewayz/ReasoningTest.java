package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Message;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thoughts go back to the server that sent them, in the member they came in, and to no other. */
class ReasoningTest extends Calls {
  private static final Prompt ASK =
      Prompt.of(
          "Weatherman.ask",
          "0",
          "gatewayz/deepseek/deepseek-reasoner",
          "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"forecast\",\"parameters\":{}}}]",
          "{\"role\":\"user\",\"content\":\"Weather?\"}");

  private static final String CALL =
      "\"tool_calls\":[{\"index\":0,\"id\":\"a\",\"type\":\"function\","
          + "\"function\":{\"name\":\"forecast\",\"arguments\":\"{}\"}%s}]";

  private static Rendering ask() {
    return ASK.render()
        .raw(0)
        .tools(
            Tools.of(
                (tool, in) -> {
                  in.skip();
                  return () -> "sun";
                },
                "forecast"),
            8);
  }

  private static String whole(String members) {
    return "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":null,"
        + members
        + "},\"finish_reason\":\"tool_calls\"}]}";
  }

  private static String chunk(String delta) {
    return "{\"choices\":[{\"index\":0,\"delta\":{" + delta + "},\"finish_reason\":null}]}";
  }

  private static final String END =
      "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"tool_calls\"}]}";

  private static String call(String extra) {
    return String.format(CALL, extra);
  }

  /** Refuses a second request that does not hold what the first was answered with. */
  private void demand(String echo, Reply first, Reply last) {
    gateway.respond(
        request -> {
          String body = request.bodyText();
          if (!body.contains("\"role\":\"tool\"")) {
            return first;
          }
          return body.contains(echo) ? last : Reply.status(400);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"reasoning_content\":\"Hm \\\"…\\\"\"",
        "\"reasoning\":\"Hm.\"",
        "\"reasoning_content\":\"Hm.\",\"reasoning\":\"Hm.\"",
        "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"Hm.\",\"signature\":\"sig==\","
            + "\"index\":0},{\"type\":\"reasoning.encrypted\",\"data\":\"xyz\",\"index\":1}]",
        "\"thinking_blocks\":[{\"type\":\"thinking\",\"thinking\":\"Hm.\",\"signature\":\"sig\"}]",
      })
  void aRoundOfToolsCarriesTheThoughtsOfTheAnswerBefore(String thoughts) {
    Gatewayz client = client();

    demand(thoughts, Reply.json(whole(thoughts + "," + call(""))), Reply.text("Sunny."));
    assertThat(Prompts.of(client).call(ask(), AnswerType.TEXT)).isEqualTo("Sunny.");

    demand(
        thoughts,
        Reply.events(chunk(thoughts), chunk(call("")), END, "[DONE]"),
        Reply.chunks("Sunny."));
    assertThat(Probe.all(Prompts.of(client).text(ask())).awaitCompletion())
        .containsExactly("Sunny.");
  }

  @Test
  void piecesOfThoughtsAreJoinedBeforeTheyGoBack() {
    demand(
        "\"reasoning_content\":\"Let me see.\","
            + "\"reasoning_details\":[{\"type\":\"reasoning.text\",\"text\":\"Let me see.\","
            + "\"index\":0,\"signature\":\"sig\"},"
            + "{\"type\":\"reasoning.encrypted\",\"data\":\"xyz\",\"index\":1}]",
        Reply.events(
            chunk(
                "\"reasoning_content\":\"Let me \",\"reasoning_details\":["
                    + "{\"type\":\"reasoning.text\",\"text\":\"Let me \",\"index\":0}]"),
            chunk(
                "\"reasoning_content\":\"see.\",\"reasoning_details\":["
                    + "{\"type\":\"reasoning.text\",\"text\":\"see.\",\"index\":0}]"),
            chunk(
                "\"reasoning_details\":["
                    + "{\"type\":\"reasoning.text\",\"text\":\"\",\"signature\":\"sig\",\"index\":0},"
                    + "{\"type\":\"reasoning.encrypted\",\"data\":\"xyz\",\"index\":1}]"),
            chunk(call("")),
            END,
            "[DONE]"),
        Reply.chunks("Sunny."));

    assertThat(Probe.all(Prompts.of(client()).text(ask())).awaitCompletion())
        .containsExactly("Sunny.");
  }

  @Test
  void theSignatureOfAToolCallGoesBackWithIt() {
    Gatewayz client = client();
    String signed = ",\"extra_content\":{\"google\":{\"thought_signature\":\"sig\"}}";
    String echo = "\"arguments\":\"{}\"}" + signed + "}";

    demand(echo, Reply.json(whole(call(signed))), Reply.text("Sunny."));
    assertThat(Prompts.of(client).call(ask(), AnswerType.TEXT)).isEqualTo("Sunny.");

    demand(echo, Reply.events(chunk(call(signed)), END, "[DONE]"), Reply.chunks("Sunny."));
    assertThat(Probe.all(Prompts.of(client).text(ask())).awaitCompletion())
        .containsExactly("Sunny.");
  }

  @Test
  void aCorrectionCarriesTheThoughtsOfTheAnswerThatDidNotFit() {
    gateway.reply(Reply.text("\"many\"").reasoning("Hm."), Reply.text("4"));

    int stars =
        Prompts.of(client())
            .call(
                Prompt.of("P.p", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"?\"}")
                    .render()
                    .raw(0)
                    .repair(1),
                AnswerType.of(in -> in.int32()));

    assertThat(stars).isEqualTo(4);
    gateway.takeRequest();
    assertThat(gateway.takeRequest().bodyText())
        .contains(
            "{\"role\":\"assistant\",\"content\":\"\\\"many\\\"\",\"reasoning_content\":\"Hm.\"},"
                + "{\"role\":\"user\",\"content\":\"Your answer cannot be used");
  }

  @Test
  void whoNeverSentThoughtsGetsNone() {
    Gatewayz client = client();
    gateway.reply(
        Reply.json(whole("\"reasoning_content\":null,\"reasoning_details\":[]," + call(""))),
        Reply.text("Sunny."));

    Completion<String> answer = Prompts.of(client).complete(ask(), AnswerType.TEXT);

    gateway.takeRequest();
    assertThat(gateway.takeRequest().bodyText()).doesNotContain("reasoning");
    assertThat(answer.exchange().toString()).doesNotContain("reasoning");
  }

  /** Servers that take the whole answer for thoughts: the empty text is not what the model says. */
  @Test
  void thoughtsAloneAreNoAnswer() {
    Gatewayz client = client();
    String thoughts = "\"content\":%s,\"reasoning_content\":\"hm\"";
    String end = END.replace("tool_calls", "stop");
    for (String content : List.of("null", "\"\"")) {
      String said = thoughts.formatted(content);
      gateway.reply(
          Reply.json(whole(said).replace("\"content\":null,", "").replace("tool_calls", "stop")),
          Reply.events(chunk(said), end, "[DONE]"));

      assertThatThrownBy(() -> Prompts.of(client).call(ask(), AnswerType.TEXT))
          .isInstanceOf(AnswerTruncatedException.class)
          .hasMessageContaining("thought, and ended without a word");
      Probe.all(Prompts.of(client).text(ask())).awaitFailure(AnswerTruncatedException.class);
    }
    gateway.reply(Reply.json(whole("\"x\":1")), Reply.text(""));
    assertThatThrownBy(() -> Prompts.of(client).call(ask(), AnswerType.TEXT))
        .as("calls without a call")
        .isInstanceOf(AnswerTruncatedException.class);
    assertThat(Prompts.of(client).call(ask(), AnswerType.TEXT)).isEmpty();
  }

  @Test
  void aFallbackDoesNotGetTheThoughtsOfAnother() {
    gateway.respond(
        request -> {
          boolean isFirst = !request.bodyText().contains("\"role\":\"tool\"");
          boolean isOther = request.model().orElse("").equals("other/model");
          if (isFirst) {
            String signed = ",\"extra_content\":{\"google\":{\"thought_signature\":\"sig\"}}";
            return Reply.json(whole("\"reasoning_content\":\"Hm.\"," + call(signed)));
          }
          return isOther ? Reply.text("Sunny.") : Reply.status(503);
        });
    Rendering ask =
        ask()
            .options(
                CallOptions.builder()
                    .maxRetries(0)
                    .fallback(Fallback.model("gatewayz/other/model"))
                    .build());

    assertThat(Prompts.of(client()).call(ask, AnswerType.TEXT)).isEqualTo("Sunny.");

    List<String> bodies = gateway.requests().stream().map(RecordedRequest::bodyText).toList();
    assertThat(bodies.get(1)).contains("\"reasoning_content\":\"Hm.\"", "thought_signature");
    assertThat(bodies.get(2))
        .doesNotContain("reasoning_content")
        .doesNotContain("extra_content")
        .contains("\"name\":\"forecast\"", "\"content\":\"sun\"");
  }

  @Test
  void aHistoryKeepsThoughtsInMemoryAndInAStore() {
    Gatewayz client = client();
    String thoughts = "\"reasoning\":\"Hm.\",\"reasoning_details\":[{\"a\":[1,null,\"é\"]}]";
    gateway.reply(
        Reply.json(
            "{\"choices\":[{\"message\":{\"content\":\"Hi.\","
                + thoughts
                + "},\"finish_reason\":\"stop\"}]}"),
        Reply.text("ok"));
    ChatRequest first = ChatRequest.builder().model("gatewayz/m").user("Hello").build();

    List<Message> exchange = client.complete(first).exchange();
    List<Message> stored = MessageJson.read(MessageJson.write(exchange));
    client.complete(first.toBuilder().messages(stored).user("And?").build());

    AssistantMessage said = (AssistantMessage) stored.get(1);
    assertThat(stored).isEqualTo(exchange);
    assertThat(said.reasoning()).isEqualTo("Hm.");
    assertThat(said.toBuilder().reasoning(null).build().reasoningMembers()).isEmpty();
    gateway.takeRequest();
    assertThat(gateway.takeRequest().bodyText()).contains("\"content\":\"Hi.\"," + thoughts + "}");
  }

  @Test
  void chunksKeepThoughtsForThoseWhoPutThemTogether() {
    gateway.reply(
        Reply.events(
            chunk("\"reasoning_content\":\"Let \""),
            chunk("\"reasoning_content\":\"me.\",\"thinking_blocks\":[{\"type\":\"thinking\"}]"),
            chunk("\"content\":\"Hi.\""),
            "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}",
            "[DONE]"));
    CompletionAccumulator all = new CompletionAccumulator();

    AnswerStream<ChatChunk> chunks = client().stream(HELLO);
    Completion<String> end = chunks.forEach(all::add).join();

    AssistantMessage whole = end.choices().get(0).message();
    assertThat(whole.reasoning()).isEqualTo("Let me.");
    assertThat(whole.reasoningMembers())
        .containsEntry("reasoning_content", "\"Let me.\"")
        .containsEntry("thinking_blocks", "[{\"type\":\"thinking\"}]");
    assertThat(all.completion().choices().get(0).message()).isEqualTo(whole);
  }
}
