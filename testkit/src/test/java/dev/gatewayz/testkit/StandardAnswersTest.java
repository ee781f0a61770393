package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.gatewayz.testkit.internal.json.JsonValue;
import dev.gatewayz.testkit.schema.OpenAiSchemas;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the gateway answers of its own accord. */
class StandardAnswersTest {
  private static final String MESSAGES =
      "\"model\":\"openai/gpt-4o-mini\",\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
          + "{\"role\":\"user\",\"content\":\"Our revenue doubled. Revenue and margin matter, says the"
          + " board. Margin fell.\"}]";

  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  @RegisterExtension
  static final MockGatewayExtension openAiMock = new MockGatewayExtension(MockGateway.openai());

  private final PlainClient client = PlainClient.cleartext(mock.gateway());
  private final PlainClient openAi = PlainClient.cleartext(openAiMock.gateway());

  @Test
  void aChatCompletionQuotesTheUser() {
    HttpResponse<String> response = openAi.chat("{" + MESSAGES + "}");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    OpenAiSchemas.assertChatCompletion(response.body());
    assertThat(text(response.body()))
        .isEqualTo(
            "A mock gateway answers for openai/gpt-4o-mini. You wrote about revenue, margin,"
                + " doubled and matter. Your own words say it best: “Revenue and margin matter, says"
                + " the board.”");
  }

  @Test
  void theSameRequestsGetTheSameAnswersToTheByte() {
    String first = client.chat("{" + MESSAGES + "}").body();
    String second = client.chat("{" + MESSAGES + "}").body();
    mock.gateway().reset();

    assertThat(second).isNotEqualTo(first);
    assertThat(text(second)).isEqualTo(text(first));
    assertThat(client.chat("{" + MESSAGES + "}").body()).isEqualTo(first);
    assertThat(client.chat("{" + MESSAGES + "}").body()).isEqualTo(second);
  }

  @Test
  void usageIsFourCharactersAToken() {
    JsonValue answer = json(client.chat("{" + MESSAGES + "}").body());
    long prompt = MockGateway.tokens("Be brief." + mock.gateway().takeRequest().prompt());
    long completion = MockGateway.tokens(text(answer));

    assertThat(number(answer.get("usage").get("prompt_tokens"))).isEqualTo(prompt);
    assertThat(number(answer.get("usage").get("completion_tokens"))).isEqualTo(completion);
    assertThat(number(answer.get("usage").get("total_tokens"))).isEqualTo(prompt + completion);
    assertThat(number(answer.get("gateway_usage").get("tokens_charged")))
        .isEqualTo(prompt + completion);
    assertThat(answer.get("gateway_usage").get("cost_usd").isPresent()).isTrue();
  }

  @Test
  void aStreamSaysTheSameWordByWord() {
    String whole = text(client.chat("{" + MESSAGES + "}").body());
    HttpResponse<String> response = client.chat("{\"stream\":true," + MESSAGES + "}");
    List<String> data = PlainClient.data(response.body());

    assertThat(response.headers().firstValue("content-type"))
        .contains("text/event-stream; charset=utf-8");
    assertThat(response.headers().firstValue("x-provider")).contains("unified");
    assertThat(response.headers().firstValue("connection")).contains("keep-alive");
    assertThat(data).last().isEqualTo("[DONE]");
    List<String> chunks = data.subList(0, data.size() - 1);
    chunks.forEach(OpenAiSchemas::assertChatChunk);
    assertThat(streamed(chunks)).isEqualTo(whole);
    assertThat(chunks).hasSize(whole.split(" ").length + 2);
    assertThat(chunks.get(0)).contains("{\"role\":\"assistant\",\"content\":\"\"}");
    JsonValue last = json(chunks.get(chunks.size() - 1));
    assertThat(last.get("choices").items().get(0).get("finish_reason").text()).contains("stop");
    assertThat(number(last.get("usage").get("completion_tokens")))
        .isEqualTo(MockGateway.tokens(whole));
    assertThat(chunks.subList(0, chunks.size() - 1)).noneMatch(chunk -> chunk.contains("usage"));
  }

  @Test
  void nAnswersAreDistinctAndTakeTurnsInAStream() {
    String body = openAi.chat("{\"n\":3," + MESSAGES + "}").body();
    OpenAiSchemas.assertChatCompletion(body);
    List<JsonValue> choices = json(body).get("choices").items();

    assertThat(choices)
        .extracting(choice -> number(choice.get("index")))
        .containsExactly(0L, 1L, 2L);
    assertThat(choices)
        .extracting(choice -> choice.get("message").get("content").text().orElseThrow())
        .doesNotHaveDuplicates();

    List<String> chunks = openAi.stream("{\"n\":2,\"stream\":true," + MESSAGES + "}");
    assertThat(chunks.subList(0, 4))
        .extracting(chunk -> number(json(chunk).get("choices").items().get(0).get("index")))
        .containsExactly(0L, 1L, 0L, 1L);
    chunks.subList(0, chunks.size() - 1).forEach(OpenAiSchemas::assertChatChunk);
  }

  @Test
  void stopEndsTheAnswerBeforeTheStop() {
    JsonValue answer =
        json(client.chat("{\"stop\":[\"absent\",\" about\"]," + MESSAGES + "}").body());

    assertThat(text(answer)).isEqualTo("A mock gateway answers for openai/gpt-4o-mini. You wrote");
    assertThat(finishReason(answer)).isEqualTo("stop");
  }

  @Test
  void maxTokensEndTheAnswerAtLength() {
    JsonValue answer = json(client.chat("{\"max_tokens\":3," + MESSAGES + "}").body());

    assertThat(text(answer)).isEqualTo("A mock gatew");
    assertThat(finishReason(answer)).isEqualTo("length");
    assertThat(number(answer.get("usage").get("completion_tokens"))).isEqualTo(3);
  }

  @Test
  void aSchemaGetsADocumentThatFitsIt() {
    String schema =
        """
        {"type":"object","additionalProperties":false,
         "required":["headline","bullets","mood","score","when","next","deep"],
         "properties":{
           "headline":{"type":"string"},
           "bullets":{"type":"array","items":{"type":"string"},"minItems":2},
           "mood":{"enum":["POSITIVE","NEGATIVE"]},
           "score":{"type":"number","minimum":3},
           "when":{"type":"string","format":"date"},
           "next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]},
           "deep":{"type":["boolean","null"]}},
         "$defs":{"node":{"type":"object","additionalProperties":false,"required":["value","next"],
           "properties":{"value":{"type":"integer"},
             "next":{"anyOf":[{"$ref":"#/$defs/node"},{"type":"null"}]}}}}}""";
    String body =
        client
            .chat(
                "{\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"brief\","
                    + "\"schema\":"
                    + schema
                    + "}},"
                    + MESSAGES
                    + "}")
            .body();

    assertThat(OpenAiSchemas.errorsBy(schema, text(body))).isEmpty();
    assertThat(json(text(body)).get("headline").text()).contains("revenue");
  }

  @Test
  void aTypeThatIsToldInWordsIsAnswered() {
    String system =
        """
        Be brief.

        Answer with one JSON object of this type and nothing else: no Markdown, no comments.

        {
          // what it's {about}
          "headline": string,
          // exactly 2 elements
          // each: a number from 3 to 5
          "scores": (integer | null)[],
          "mood": "GOOD" | "BAD" | null,
          // date, as 2026-01-31
          "when": string,
          "next": Node | null,
          "map": { [name: string]: Node[] },
          "is": boolean
        }

        Node = {
          "kind": "A \\"B\\"",
          "left": Node | null
        } | {
          "kind": "C"
        }""";
    String escaped = system.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    String body = client.chat("{" + MESSAGES.replace("Be brief.", escaped) + "}").body();
    JsonValue answer = json(text(body));
    assertThat(answer.get("headline").text()).contains("revenue");
    assertThat(answer.get("scores").items()).hasSize(2);
    assertThat(answer.at("/scores/0").number().orElseThrow().intValue()).isEqualTo(3);
    assertThat(answer.get("mood").text()).contains("GOOD");
    assertThat(answer.get("when").text()).contains("2026-01-31");
    assertThat(answer.at("/next/kind").text()).contains("A \"B\"");
    assertThat(answer.get("map").members()).isEmpty();
    assertThat(answer.get("is").isTrue()).isTrue();
  }

  @Test
  void aRequiredToolIsCalledAndThenAnswered() {
    String tools =
        "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"weather\",\"parameters\":{"
            + "\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}}}}}],";
    String required = "\"tool_choice\":\"required\",";
    String body = openAi.chat("{" + tools + required + MESSAGES + "}").body();
    OpenAiSchemas.assertChatCompletion(body);
    JsonValue choice = json(body).get("choices").items().get(0);
    JsonValue function = choice.get("message").get("tool_calls").items().get(0).get("function");

    assertThat(choice.get("finish_reason").text()).contains("tool_calls");
    assertThat(function.get("name").text()).contains("weather");
    assertThat(function.get("arguments").text()).contains("{\"city\":\"text\"}");

    String named = "\"tool_choice\":{\"type\":\"function\",\"function\":{\"name\":\"weather\"}},";
    assertThat(openAi.chat("{" + tools + named + MESSAGES + "}").body()).contains("\"weather\"");
    String answered =
        MESSAGES.replace(
            "}]",
            "},{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_0\",\"type\":\"function\",\"function\":{\"name\":\"weather\",\"arguments\":\"{}\"}}]},{\"role\":\"tool\",\"tool_call_id\":\"call_0\",\"content\":\"sunny\"}]");
    assertThat(finishReason(json(openAi.chat("{" + tools + required + answered + "}").body())))
        .isEqualTo("stop");
    assertThat(finishReason(json(openAi.chat("{" + tools + MESSAGES + "}").body())))
        .isEqualTo("stop");
  }

  @Test
  void modelsComeInPages() {
    String body = client.get("/v1/models?limit=2").body();
    OpenAiSchemas.assertValid("ListModelsResponse", openAi.get("/v1/models").body());
    JsonValue page = json(body);

    assertThat(page.get("data").items()).hasSize(2);
    assertThat(page.get("has_more").isTrue()).isTrue();
    assertThat(number(page.get("next_offset"))).isEqualTo(2);
    JsonValue rest = json(client.get("/v1/models?limit=2&offset=2").body());
    assertThat(rest.get("data").items()).hasSize(1);
    assertThat(rest.get("has_more").isTrue()).isFalse();
  }

  @Test
  void embeddingsDependOnTheTextAlone() {
    String body =
        client
            .post("/v1/embeddings", "{\"model\":\"m/e\",\"input\":[\"one\",\"two\",\"one\"]}")
            .body();
    OpenAiSchemas.assertValid("CreateEmbeddingResponse", body);
    List<JsonValue> data = json(body).get("data").items();

    assertThat(vector(data.get(0))).hasSize(8).isEqualTo(vector(data.get(2)));
    assertThat(vector(data.get(0))).isNotEqualTo(vector(data.get(1)));
    assertThat(vector(data.get(1)).stream().mapToDouble(x -> x * x).sum())
        .isCloseTo(1, within(1e-5));
  }

  @Test
  void healthAndBalanceAnswer() {
    assertThat(json(client.get("/health").body()).get("status").text()).contains("healthy");
    assertThat(number(json(client.get("/user/balance").body()).get("user_id"))).isEqualTo(1);
  }

  @Test
  void whatIsNotThereIsNotFound() {
    HttpResponse<String> response = client.get("/v1/nothing");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo("{\"detail\":\"Not Found\"}");
    assertThat(client.get("/v1/chat/completions").statusCode()).isEqualTo(405);
  }

  @Test
  void aBodyOfAnotherTypeIsRefused() {
    HttpResponse<String> response =
        client.send(
            HttpRequest.newBuilder(URI.create(mock.gateway().apiBase() + "/v1/chat/completions"))
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(number(json(response.body()).get("error").get("code"))).isEqualTo(415);
  }

  @Test
  void aBodyThatIsWrongIsExplained() {
    assertThat(client.chat("{").statusCode()).isEqualTo(422);
    HttpResponse<String> response =
        client.chat("{\"temperature\":9,\"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\"],\"messages\":[]}");

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response.body()).get("detail").items())
        .extracting(finding -> finding.get("loc").items().get(1).text().orElseThrow())
        .containsExactly("model", "messages", "temperature", "stop");
  }

  @Test
  void theRequestIdIsEchoedWithThePrefix() {
    HttpResponse<String> given = client.get("/health", "X-Request-ID", "abc.1");
    HttpResponse<String> unfit = client.get("/health", "X-Request-ID", "a b");
    HttpResponse<String> none = client.get("/health");

    assertThat(given.headers().firstValue("x-request-id")).contains("req_abc.1");
    assertThat(given.headers().firstValue("x-correlation-id")).contains("req_abc.1");
    assertThat(unfit.headers().firstValue("x-request-id").orElseThrow())
        .matches("req_[0-9a-f]{12}");
    assertThat(none.headers().firstValue("x-request-id").orElseThrow()).matches("req_[0-9a-f]{12}");
  }

  @Test
  void gatewayzsOwnShapesLeaveOutWhatGatewayzLeavesOut() {
    try (MockGateway gateway = MockGateway.start()) {
      PlainClient plain = PlainClient.cleartext(gateway);

      assertThat(plain.chat("{" + MESSAGES + "}").body())
          .doesNotContain("refusal", "logprobs")
          .contains("\"message\":{\"role\":\"assistant\",\"content\":\"A mock");
      assertThat(plain.get("/v1/models").body()).doesNotContain("\"created\"");
    }
  }

  @Test
  void aKeyIsAskedForWhereOneIsSet() {
    try (MockGateway gateway = MockGateway.builder().apiKey("gw_test_1").start()) {
      PlainClient plain = PlainClient.cleartext(gateway);
      gateway.reply(Reply.text("for the one with the key"));

      for (HttpResponse<String> refused :
          List.of(
              plain.get("/v1/models"),
              plain.get("/v1/models", "Authorization", "Bearer gw_test_2"))) {
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(json(refused.body()).get("error").get("code").text())
            .contains("missing_api_key");
      }
      assertThat(plain.get("/health").statusCode()).isEqualTo(200);
      assertThat(gateway.unusedReplies()).isEqualTo(0);
      assertThat(plain.get("/v1/models", "Authorization", "Bearer gw_test_1").statusCode())
          .isEqualTo(200);
    }
  }

  private static List<Double> vector(JsonValue item) {
    return item.get("embedding").items().stream()
        .map(number -> number.number().orElseThrow().doubleValue())
        .toList();
  }

  private static String streamed(List<String> chunks) {
    StringBuilder text = new StringBuilder();
    for (String chunk : chunks) {
      text.append(
          json(chunk).get("choices").items().get(0).get("delta").get("content").text().orElse(""));
    }
    return text.toString();
  }

  private static String text(String body) {
    return text(json(body));
  }

  private static String text(JsonValue answer) {
    return answer.get("choices").items().get(0).get("message").get("content").text().orElseThrow();
  }

  private static String finishReason(JsonValue answer) {
    return answer.get("choices").items().get(0).get("finish_reason").text().orElseThrow();
  }

  private static long number(JsonValue value) {
    return value.number().orElseThrow().longValue();
  }

  private static JsonValue json(String body) {
    return JsonValue.parse(body.getBytes(StandardCharsets.UTF_8));
  }
}
