package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.testkit.internal.json.JsonValue;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each server is as strict as the one it stands for, also where a reply was laid out. */
class DialectTest {
  private static final String USER = "{\"role\":\"user\",\"content\":\"Hi\"}";
  private static final String CALL =
      "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"call_0\",\"type\":"
          + "\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}";

  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  @RegisterExtension
  static final MockGatewayExtension openAiMock = new MockGatewayExtension(MockGateway.openai());

  private final MockGateway gatewayz = mock.gateway();
  private final PlainClient client = PlainClient.cleartext(gatewayz);
  private final PlainClient openAi = PlainClient.cleartext(openAiMock.gateway());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "messages | \"messages\":[{\"role\":\"user\",\"content\":\" \\u00a0\\n\"}]",
        "messages | \"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":\"\"}]",
        "messages | \"messages\":[{\"role\":\"assistant\",\"content\":\"\"}]",
        "messages | \"messages\":[{\"role\":\"user\",\"content\":[]}]",
        "messages | \"messages\":[{\"role\":\"critic\",\"content\":\"x\"}]",
        "messages | \"messages\":[]",
        "stop | \"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\"]",
        "temperature | \"temperature\":2.1",
        "top_p | \"top_p\":1.1",
        "frequency_penalty | \"frequency_penalty\":-3",
        "presence_penalty | \"presence_penalty\":3",
        "top_logprobs | \"top_logprobs\":21",
        "n | \"n\":0",
        "reasoning_effort | \"reasoning_effort\":\"minimal\"",
        "service_tier | \"service_tier\":\"flex\"",
        "logit_bias | \"logit_bias\":{\"1\":0.5}",
        "provider | \"provider\":{\"order\":[]}",
        "auto_web_search | \"auto_web_search\":\"never\"",
        "max_tokens | \"max_tokens\":\"many\""
      })
  void gatewayzRefusesWhatItsSchemaDoes(String where, String member) {
    gatewayz.reply(Reply.text("never given"));

    HttpResponse<String> response = client.chat(chat(member));

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(json(response).get("detail").items().get(0).get("loc").items().get(1).text())
        .contains(where);
    assertThat(gatewayz.unusedReplies()).isEqualTo(1);
    gatewayz.reset();
  }

  @Test
  void gatewayzTakesWhatItDrops() {
    for (String member :
        List.of(
            "\"metadata\":{}",
            "\"max_completion_tokens\":1",
            "\"max_tokens\":null",
            "\"messages\":[" + USER + "," + CALL + "]",
            "\"reasoning_effort\":\"low\"",
            "\"auto_web_search\":\"auto\"",
            "\"n\":3")) {
      HttpResponse<String> response = client.chat(chat(member));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json(response).get("choices").items()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"messages\":[{\"role\":\"developer\",\"content\":\"x\"}]",
        "\"messages\":[{\"role\":\"function\",\"content\":\"x\"}]",
        "\"max_tokens\":0"
      })
  void whatBreaksTheHandlerOfGatewayzIsNamedInTheContextAndCutsAStream(String member) {
    HttpResponse<String> whole = client.chat(chat(member));

    assertThat(whole.statusCode()).isEqualTo(400);
    assertThat(json(whole).at("/error/context/parameter_value").text().orElseThrow())
        .startsWith("1 validation error for InternalChatRequest");
    assertThrows(AssertionError.class, () -> client.chat(chat("\"stream\":true," + member)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "gatewayz/auto", "router:fast", "gatewayz-code-v2"})
  void gatewayzHasNoPriceForItsRouters(String model) {
    HttpResponse<String> response = client.chat(chat("\"model\":\"" + model + "\""));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).at("/error/code").text()).contains("model_not_priced");
  }

  @Test
  void aSessionOfGatewayzIsANumber() {
    String body = chat("\"n\":1");

    assertThat(client.post(Chats.PATH + "?session_id=12", body).statusCode()).isEqualTo(200);
    assertThat(client.post(Chats.PATH + "?session_id=x", body).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Unrecognized request argument supplied: auto_web_search | \"auto_web_search\":false",
        "Unrecognized request argument supplied: provider | \"provider\":\"x\"",
        "Unknown parameter: 'messages[0].reasoning_content'. |"
            + " \"messages\":[{\"role\":\"user\",\"content\":\"Hi\",\"reasoning_content\":\"x\"}]",
        "Unknown parameter: 'messages[0].content[0].cache_control'. |"
            + " \"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"Hi\",\"cache_control\":{}}]}]",
        "Missing required parameter: 'messages[0].tool_call_id'. |"
            + " \"messages\":[{\"role\":\"tool\",\"content\":\"x\"}]",
        "must be a response to a preceeding message |"
            + " \"messages\":[{\"role\":\"tool\",\"tool_call_id\":\"call_9\",\"content\":\"x\"}]",
        "Setting 'max_tokens' and 'max_completion_tokens' |"
            + " \"max_tokens\":1,\"max_completion_tokens\":1",
        "The 'stream_options' parameter is only allowed | \"stream_options\":{}",
        "must contain the word 'json' | \"response_format\":{\"type\":\"json_object\"}",
        "Invalid 'response_format.json_schema.name' |"
            + " \"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"a b\"}}",
        "Invalid 'temperature' | \"temperature\":3",
        "Invalid 'stop' | \"stop\":[\"1\",\"2\",\"3\",\"4\",\"5\"]"
      })
  void openAiRefusesWhatItDoesNotKnow(String message, String member) {
    HttpResponse<String> response = openAi.chat(chat(member));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).at("/error/message").text().orElseThrow()).contains(message);
    assertThat(json(response).at("/error/type").text()).contains("invalid_request_error");
  }

  @Test
  void openAiAsksForAnAnswerToEachCall() {
    HttpResponse<String> response =
        openAi.chat(chat("\"messages\":[" + USER + "," + CALL + "," + USER + "]"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("did not have response messages: call_0");
  }

  @Test
  void openAiReportsTheUsageOfAStreamOnlyWhenAskedInAChunkWithoutChoices() {
    List<String> unasked = openAi.stream(chat("\"stream\":true"));
    List<String> asked =
        openAi.stream(chat("\"stream\":true,\"stream_options\":{\"include_usage\":true}"));

    assertThat(unasked).noneMatch(chunk -> chunk.contains("usage"));
    assertThat(asked.get(0)).contains("\"usage\":null", "\"id\":\"chatcmpl-");
    assertThat(asked.get(asked.size() - 2)).contains("\"choices\":[],\"usage\":{\"prompt_tokens\"");
  }

  @Test
  void openAiHasItsOwnHeadersAndNoHealth() {
    HttpResponse<String> response = openAi.chat(chat("\"n\":2"));

    assertThat(response.headers().firstValue("x-ratelimit-reset-requests")).contains("6ms");
    assertThat(response.headers().firstValue("x-provider")).isEmpty();
    assertThat(response.body()).doesNotContain("gateway_usage");
    assertThat(openAi.get("/health").statusCode()).isEqualTo(404);
    assertThat(openAi.chat("{").statusCode()).isEqualTo(400);
    try (MockGateway locked = MockGateway.openai().apiKey("k").start()) {
      PlainClient stranger = PlainClient.cleartext(locked);
      assertThat(stranger.get("/v1/models").body()).contains("You didn't provide an API key");
      assertThat(stranger.get("/v1/models", "Authorization", "Bearer x").body())
          .contains("\"invalid_api_key\"");
    }
  }

  /** A request with this member, which may take the place of a usual one. */
  private static String chat(String member) {
    String model = member.startsWith("\"model\"") ? "" : "\"model\":\"a/b\",";
    String messages = member.contains("\"messages\"") ? "" : "\"messages\":[" + USER + "],";
    return "{" + model + messages + member + "}";
  }

  private static JsonValue json(HttpResponse<String> response) {
    return JsonValue.parse(response.body().getBytes(StandardCharsets.UTF_8));
  }
}
