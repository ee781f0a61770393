package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Members of requests that models, gateways and streams take otherwise, and how often they stand.
 */
class ModelRuleTest extends Calls {
  private static final ModelRule REASONING =
      ModelRule.forModels("openai/o*", "gatewayz/openai/gpt-5*")
          .rename("max_tokens", "max_completion_tokens")
          .leaveOut("temperature", "top_p");

  private static final Prompt PROMPT =
      Prompt.of(
          "P.p",
          "0",
          "gatewayz/openai/o3",
          "\"temperature\":0.2,\"max_tokens\":600",
          "{\"role\":\"user\",\"content\":\"?\"}");

  private static ChatRequest.Builder chat(String model) {
    return ChatRequest.builder().model(model).user("?").temperature(0.2).maxTokens(600);
  }

  /** What the request says beside model, messages and tools. */
  private static String members(RecordedRequest request) {
    String body = request.bodyText();
    String rest = body.substring(body.indexOf("}],") + 3);
    return rest.substring(0, rest.length() - 1);
  }

  private String members() {
    return members(gateway.takeRequest());
  }

  @Test
  void aRuleCountsForPromptsRequestsAndStreamsOfItsModelsAlone() {
    Gatewayz client = client(builder -> builder.modelRule(REASONING));

    Prompts.of(client).call(PROMPT.render().raw(0), AnswerType.TEXT);
    client.complete(chat("gatewayz/openai/gpt-5-mini").build());
    client.complete(chat("gatewayz/openai/gpt-4o").build());
    Probe.all(client.stream(chat("gatewayz/openai/o1").build())).awaitCompletion();

    assertThat(members()).isEqualTo("\"max_completion_tokens\":600");
    assertThat(members()).isEqualTo("\"max_completion_tokens\":600");
    assertThat(members()).isEqualTo("\"temperature\":0.2,\"max_tokens\":600");
    assertThat(members()).contains("\"max_completion_tokens\":600").doesNotContain("\"temp");
  }

  @Test
  void aRuleCountsForTheModelThatIsAskedInTheEnd() {
    Gatewayz client = client(builder -> builder.modelRule(REASONING).retries(RetryPolicy.NEVER));
    CallOptions.Builder options = CallOptions.builder().temperature(1);

    client.complete(
        chat("gatewayz/openai/gpt-4o").build(), options.model("gatewayz/openai/o1").build());
    gateway.reply(Reply.status(503), Reply.text("ok"));
    Prompts.of(client)
        .call(
            PROMPT
                .render()
                .raw(0)
                .options(
                    CallOptions.builder()
                        .fallback(Fallback.model("gatewayz/anthropic/claude"))
                        .build()),
            AnswerType.TEXT);

    assertThat(members()).isEqualTo("\"max_completion_tokens\":600");
    assertThat(members()).isEqualTo("\"max_completion_tokens\":600");
    assertThat(members()).isEqualTo("\"temperature\":0.2,\"max_tokens\":600");
  }

  @Test
  void aRuleMaySendAValueWhateverIsAskedFor() {
    Gatewayz client =
        client(
            builder ->
                builder.modelRule(ModelRule.forModels("openai/o*").send("max_tokens", "null")));

    client.complete(chat("gatewayz/openai/o1").build());
    client.complete(ChatRequest.builder().model("gatewayz/openai/o1").user("?").build());

    assertThat(members()).isEqualTo("\"temperature\":0.2,\"max_tokens\":null");
    assertThat(gateway.takeRequest().bodyText()).endsWith("],\"max_tokens\":null}");
  }

  @Test
  void aRuleIsCheckedWhenItIsMade() {
    assertThatIllegalArgumentException().isThrownBy(ModelRule::forModels);
    assertThatIllegalArgumentException().isThrownBy(() -> ModelRule.forModels(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> REASONING.send("n", "one"));
    assertThatIllegalArgumentException().isThrownBy(() -> REASONING.leaveOut("model"));
    assertThat(REASONING.isFor("gatewayz/openai/o1")).isTrue();
    assertThat(REASONING.isFor("other/openai/o1")).isFalse();
    assertThat(REASONING.apply(Map.of("max_tokens", "1", "max_completion_tokens", "2")))
        .isEqualTo(Map.of("max_completion_tokens", "2"));
  }

  @Test
  void anOptionTakesAMemberBack() {
    Gatewayz client = client(builder -> builder.extra("top_k", "3"));
    CallOptions without =
        CallOptions.builder()
            .extra("temperature", null)
            .extra("max_tokens", null)
            .extra("top_k", null)
            .build();

    client.complete(chat("gatewayz/m").build(), without);
    Prompts.of(client).call(PROMPT.render().raw(0).options(without), AnswerType.TEXT);

    assertThat(gateway.takeRequest().bodyText()).endsWith("}]}");
    assertThat(gateway.takeRequest().bodyText()).endsWith("}]}");
  }

  @ParameterizedTest
  @CsvSource({"builder, 600", "request, 700", "call, 800"})
  void theLimitOfTheAnswerStandsUnderOneOfItsNames(String where, String limit) {
    Gatewayz client =
        client(b -> where.equals("builder") ? b.extra("max_completion_tokens", "500") : b);
    CallOptions options =
        where.equals("call")
            ? CallOptions.builder().extra("max_completion_tokens", "800").build()
            : CallOptions.NONE;
    ChatRequest.Builder chat = chat("gatewayz/m");
    if (where.equals("request")) {
      chat.extra("max_completion_tokens", "700");
    }

    client.complete(chat.build(), options);
    if (!where.equals("request")) {
      Prompts.of(client).call(PROMPT.render().raw(0).options(options), AnswerType.TEXT);
    }

    for (RecordedRequest request : gateway.requests()) {
      assertThat(members(request))
          .contains("\"max_completion_tokens\":" + limit)
          .doesNotContain("\"max_tokens\"");
    }
  }

  @Test
  void aNarrowerLimitKeepsTheNameOfTheWider() {
    Gatewayz client = client();
    Prompt prompt =
        Prompt.of(
            "P.p",
            "0",
            "gatewayz/m",
            "\"max_completion_tokens\":600",
            "{\"role\":\"user\",\"content\":\"?\"}");
    CallOptions narrow = CallOptions.builder().maxTokens(50).build();

    Prompts.of(client).call(prompt.render().raw(0).options(narrow), AnswerType.TEXT);
    client.complete(
        ChatRequest.builder()
            .model("gatewayz/m")
            .user("?")
            .extra("max_completion_tokens", "600")
            .build(),
        narrow);

    assertThat(members()).isEqualTo("\"max_completion_tokens\":50");
    assertThat(members()).isEqualTo("\"max_completion_tokens\":50");
  }

  @Test
  void optionsOfStreamsStandOnceAndInStreamsAlone() {
    String options = "{\"include_usage\":false}";
    Gatewayz client = client(builder -> builder.extra("stream_options", "{\"a\":1}"));
    CallOptions call = CallOptions.builder().extra("stream_options", options).build();
    ChatRequest chat = ChatRequest.builder().model("gatewayz/m").user("?").build();

    Probe.all(client.stream(chat)).awaitCompletion();
    Probe.all(client.stream(chat, call)).awaitCompletion();
    Probe.all(client.stream(chat, CallOptions.builder().extra("stream_options", null).build()))
        .awaitCompletion();
    client.complete(chat);
    client.complete(chat, call);

    assertThat(members()).isEqualTo("\"stream\":true,\"stream_options\":{\"a\":1}");
    assertThat(members()).containsOnlyOnce("stream_options").contains(options);
    assertThat(members()).isEqualTo("\"stream\":true");
    assertThat(gateway.takeRequest().bodyText()).endsWith("}]}");
    assertThat(gateway.takeRequest().bodyText()).endsWith("}]}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CallOptions.builder().extra("stream", "false"));
  }

  @Test
  void webSearchIsForbiddenToGatewayzAlone() {
    Gatewayz client = client();
    client.complete(HELLO);
    assertThat(gateway.takeRequest().bodyText()).doesNotContain("auto_web_search");
    client.close();

    Gatewayz told = client(builder -> builder.autoWebSearch(false));
    told.complete(HELLO);
    assertThat(gateway.takeRequest().bodyText()).contains("\"auto_web_search\":false");
  }

  @Test
  void aStoredConversationIsNamedInTheUrl() {
    Gatewayz client = client();
    Gatewayz session =
        client.with(CallOptions.builder().query("session_id", "42").query("a b", "é&").build());

    session.complete(HELLO);
    client.complete(HELLO);

    RecordedRequest named = gateway.takeRequest();
    assertThat(named.query("session_id")).contains("42");
    assertThat(named.path()).startsWith("/v1/chat/completions");
    assertThat(gateway.takeRequest().query("session_id")).isEmpty();
  }
}
