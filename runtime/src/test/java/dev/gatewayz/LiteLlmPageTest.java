package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What LiteLLM's page on Gatewayz promises, row by row. */
class LiteLlmPageTest {
  private static final ChatRequest HELLO =
      ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini").user("Hello").build();
  private static final Prompt PROMPT =
      Prompt.of(
          "Greeter.greet",
          "0",
          "gatewayz/openai/gpt-4o-mini",
          "\"temperature\":0.2",
          "{\"role\":\"user\",\"content\":\"Hello ",
          "\"}");

  private static MockGateway gateway;
  private Gatewayz client;

  @BeforeAll
  static void startGateway() {
    gateway = MockGateway.builder().apiKey("sk-page").start();
  }

  @AfterAll
  static void stopGateway() {
    gateway.close();
  }

  @BeforeEach
  void connect() {
    client = builder().build();
  }

  @AfterEach
  void disconnect() {
    client.close();
    gateway.reset();
  }

  private static GatewayzBuilder builder() {
    return Gatewayz.builder()
        .apiKey("sk-page")
        .apiBase(gateway.tlsApiBase())
        .trust(gateway.certificate())
        .noProxy()
        .maxRetries(0);
  }

  @Test
  void quickStart() {
    gateway.reply(Reply.text("Hello yourself."), Reply.text("Hello Ada."));

    assertThat(client.complete(HELLO).text()).isEqualTo("Hello yourself.");
    assertThat(
            Prompts.of(client)
                .call(PROMPT.render().raw(0).text("name", "Ada").raw(1), AnswerType.TEXT))
        .isEqualTo("Hello Ada.");
    gateway.takeRequest();
    assertThat(gateway.takeRequest().prompt()).isEqualTo("Hello Ada");
  }

  @Test
  void apiKeyOfTheBuilder() {
    assertThat(client.complete(HELLO).text()).isNotEmpty();
    assertThat(gateway.takeRequest().header("authorization")).contains("Bearer sk-page");
  }

  @Test
  void apiKeyPerCall() {
    try (Gatewayz other = builder().apiKey("sk-wrong").build()) {
      CallOptions options = CallOptions.builder().apiKey("sk-page").build();
      assertThat(other.complete(HELLO, options).text()).isNotEmpty();
      assertThatThrownBy(() -> other.complete(HELLO)).isInstanceOf(AuthenticationException.class);
    }
  }

  @Test
  void apiKeyMissing() {
    try (Gatewayz other =
        new GatewayzBuilder(Map.of(), new Properties())
            .apiBase(gateway.tlsApiBase())
            .trust(gateway.certificate())
            .build()) {
      assertThatThrownBy(() -> other.complete(HELLO))
          .isInstanceOf(AuthenticationException.class)
          .hasMessageContaining("GATEWAYZ_API_KEY");
    }
    assertThat(gateway.counters().requestsOpened()).isZero();
  }

  @Test
  void apiKeyAndBaseOfTheEnvironment() {
    Map<String, String> environment =
        Map.of("GATEWAYZ_API_KEY", "sk-page", "GATEWAYZ_API_BASE", gateway.apiBase() + "/v1/");
    try (Gatewayz other = new GatewayzBuilder(environment, new Properties()).noProxy().build()) {
      assertThat(other.complete(HELLO).text()).isNotEmpty();
    }
    assertThat(gateway.takeRequest().path()).isEqualTo("/v1/chat/completions");
  }

  @Test
  void apiBaseByDefault() {
    assertThat(GatewayzBuilder.DEFAULT_API_BASE).isEqualTo("https://api.gatewayz.com");
  }

  @Test
  void apiBaseWithOrWithoutSlashAndV1() {
    for (String end : List.of("", "/", "/v1", "/v1/")) {
      try (Gatewayz other = builder().apiBase(gateway.tlsApiBase() + end).build()) {
        other.complete(HELLO);
      }
      assertThat(gateway.takeRequest().path()).isEqualTo("/v1/chat/completions");
    }
  }

  @Test
  void customBasePerCall() {
    try (MockGateway second = MockGateway.start()) {
      CallOptions options = CallOptions.builder().apiBase(second.apiBase()).build();
      client.complete(HELLO, options);
      assertThat(second.takeRequest().prompt()).isEqualTo("Hello");
    }
    assertThat(gateway.counters().requestsOpened()).isZero();
  }

  @Test
  void messagesOfAllRoles() {
    client.complete(
        ChatRequest.builder()
            .model("gatewayz/openai/gpt-4o-mini")
            .system("Be brief.")
            .user("1+1?")
            .assistant("2")
            .user("2+2?")
            .build());

    assertThat(gateway.takeRequest().bodyText())
        .contains(
            "\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                + "{\"role\":\"user\",\"content\":\"1+1?\"},"
                + "{\"role\":\"assistant\",\"content\":\"2\"},"
                + "{\"role\":\"user\",\"content\":\"2+2?\"}]");
  }

  @Test
  void streaming() {
    gateway.reply(Reply.chunks("one", " two", " three"));

    List<ChatChunk> chunks = Probe.all(client.stream(HELLO)).awaitCompletion();

    assertThat(chunks).extracting(ChatChunk::text).containsSubsequence("", "one", " two", " three");
    assertThat(chunks).extracting(ChatChunk::object).containsOnly("chat.completion.chunk");
    assertThat(gateway.takeRequest().isStream()).isTrue();
  }

  @Test
  void async() throws Exception {
    gateway.reply(Reply.text("Later."));

    assertThat(client.completeAsync(HELLO).get(20, TimeUnit.SECONDS).text()).isEqualTo("Later.");
  }

  @Test
  void parameters() {
    client.complete(
        ChatRequest.builder()
            .model("gatewayz/openai/gpt-4o-mini")
            .user("Hello")
            .temperature(0.7)
            .maxTokens(100)
            .topP(0.9)
            .frequencyPenalty(-0.5)
            .presencePenalty(0.25)
            .stop("END", "\n\n")
            .n(2)
            .seed(7)
            .endUser("ada")
            .build());

    assertThat(gateway.takeRequest().bodyText())
        .contains(
            "\"temperature\":0.7",
            "\"max_tokens\":100",
            "\"top_p\":0.9",
            "\"frequency_penalty\":-0.5",
            "\"presence_penalty\":0.25",
            "\"stop\":[\"END\",\"\\n\\n\"]",
            "\"n\":2",
            "\"seed\":7",
            "\"user\":\"ada\"");
  }

  @Test
  void parametersPerCall() {
    CallOptions options =
        CallOptions.builder().temperature(1.5).stop("x").extra("top_k", "40").build();

    Prompts.of(client).call(PROMPT.render().raw(0).raw(1).options(options), AnswerType.TEXT);

    assertThat(gateway.takeRequest().bodyText())
        .contains("\"temperature\":1.5", "\"stop\":[\"x\"]", "\"top_k\":40")
        .doesNotContain("0.2");
  }

  @Test
  void responseFormat() {
    gateway.reply(Reply.choices("A", "B").usage(12, 6));

    Completion<String> answer = client.complete(HELLO);

    assertThat(answer.id()).isNotEmpty();
    assertThat(answer.response().object()).isEqualTo("chat.completion");
    assertThat(answer.response().created()).isPositive();
    assertThat(answer.model()).isEqualTo("gatewayz/openai/gpt-4o-mini");
    assertThat(answer.choices()).hasSize(2);
    assertThat(answer.choices().get(1).index()).isEqualTo(1);
    assertThat(answer.choices().get(1).message().role().wireName()).isEqualTo("assistant");
    assertThat(answer.choices().get(1).message().content()).isEqualTo("B");
    assertThat(answer.choices().get(1).finishReasonText()).isEqualTo("stop");
    assertThat(answer.usage()).isEqualTo(Usage.of(12, 6));
    assertThat(answer.response().toString())
        .contains("chat.completion", "gatewayz/openai/gpt-4o-mini", "totalTokens=18");
  }

  @Test
  void errorsCaughtSeparately() {
    gateway.reply(
        ErrorReply.missingKey(),
        ErrorReply.rateLimited(Duration.ofSeconds(3)),
        ErrorReply.envelope(500, "INTERNAL_ERROR", "It broke."));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(AuthenticationException.class);
    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(RateLimitException.class);
    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(InternalServerException.class)
        .isInstanceOf(ApiException.class)
        .isInstanceOf(GatewayzException.class);
  }

  @Test
  void errorsOfAsyncCalls() {
    gateway.reply(ErrorReply.rateLimited(Duration.ofSeconds(3)));

    assertThatThrownBy(() -> client.completeAsync(HELLO).get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(RateLimitException.class);
  }

  @Test
  void tokenAccounting() {
    gateway.reply(Reply.text("a").usage(12, 6), Reply.text("b").usage(30, 4));

    Completion<String> completion =
        Prompts.of(client).complete(PROMPT.render().raw(0).raw(1), AnswerType.TEXT);
    Probe.all(client.stream(HELLO)).awaitCompletion();

    assertThat(completion.usage()).isEqualTo(Usage.of(12, 6));
    assertThat(client.usageTracker().snapshot().totalTokens()).isEqualTo(52);
    assertThat(client.usageTracker().snapshot().toTable()).contains("Greeter.greet");
  }

  @Test
  void prefixIsRequired() {
    assertThatThrownBy(() -> ChatRequest.builder().model("openai/gpt-4o-mini").user("x").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gatewayz/openai/gpt-4o-mini");
  }

  @Test
  void prefixIsNotSent() {
    client.complete(HELLO);

    RecordedRequest request = gateway.takeRequest();
    assertThat(request.model()).contains("openai/gpt-4o-mini");
  }
}
