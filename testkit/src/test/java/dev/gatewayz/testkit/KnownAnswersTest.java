package dev.gatewayz.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Gatewayz is known to answer, to the letter. */
class KnownAnswersTest {
  private static final FunctionCall WEATHER = new FunctionCall("weather", "{\"city\":\"Rome\"}");

  @RegisterExtension static final MockGatewayExtension mock = new MockGatewayExtension();

  private final MockGateway gateway = mock.gateway();
  private final PlainClient client = PlainClient.cleartext(gateway);

  @Test
  void anErrorThatWasATextKeepsItInAnOddPlaceOrLosesIt() {
    assertThat(whole(ErrorReply.ofText(400, "The reason.")).body())
        .contains(
            "\"message\":\"Invalid value for parameter 'request'\"",
            "\"context\":{\"parameter_name\":\"request\",\"parameter_value\":\"The reason.\"}");
    assertThat(whole(ErrorReply.ofText(401, "The reason.")).body())
        .contains("\"message\":\"Invalid API key\"", "revoked. The reason.\"");
    assertThat(whole(ErrorReply.ofText(403, "Too many trips")).body()).contains("IP_RESTRICTED");
    assertThat(whole(ErrorReply.ofText(403, "The trial is over")).body()).contains("TRIAL_EXPIRED");
    assertThat(whole(ErrorReply.ofText(403, "No")).body()).contains("PLAN_LIMIT_REACHED");
    for (int status : List.of(402, 404, 429, 500)) {
      assertThat(whole(ErrorReply.ofText(status, "The reason.")).body())
          .doesNotContain("The reason.");
    }
    assertThat(whole(ErrorReply.ofText(503, "The reason.")).body())
        .contains("\"message\":\"The reason.\"", "\"provider_error_message\":\"The reason.\"");
    assertThat(whole(ErrorReply.dailyLimit()).statusCode()).isEqualTo(400);
    assertThat(whole(ErrorReply.toolCallsUnread()).body())
        .contains("\"parameter_value\":\"1 validation error for InternalChatResponse");
  }

  @Test
  void anErrorInAStreamIsAnEventAndItsStatusIsInTheMessage() {
    assertThat(streamed(Reply.failure(StreamError.gateway(402, "{'error': None}"))))
        .containsExactly(
            "{\"error\":{\"message\":\"402: {'error': None}\",\"type\":\"internal_error\"}}",
            "[DONE]");
    assertThat(StreamError.provider(429, "Slow down").message())
        .startsWith("Error code: 429 - {'error': {'message': 'Slow down'");
    assertThat(StreamError.httpx(401, "Unauthorized").message())
        .startsWith("Client error '401 Unauthorized' for url 'https://");
    assertThat(StreamError.httpx(529, "Overloaded").message()).startsWith("Server error '529 ");
    assertThat(StreamError.vertex(429, "Quota").message())
        .startsWith("Vertex REST API returned HTTP 429: {");
    assertThat(StreamError.anthropic("overloaded_error", "Overloaded").message())
        .isEqualTo("Anthropic stream error: overloaded_error: Overloaded");
    assertThat(StreamError.circuitOpen(Duration.ofSeconds(30)).message())
        .startsWith("503: {'error'")
        .contains("'retry_after': 30");
    assertThat(StreamError.insufficientCredits().message()).startsWith("402: {'error'");
  }

  @Test
  void aWholeAnswerHasTheSameErrorAsAStatus() {
    assertThat(whole(Reply.failure(StreamError.insufficientCredits())).statusCode()).isEqualTo(402);
    assertThat(whole(Reply.failure(StreamError.dailyLimit())).statusCode()).isEqualTo(400);
    HttpResponse<String> provider = whole(Reply.failure(StreamError.provider(401, "No key")));
    assertThat(provider.statusCode()).isEqualTo(502);
    assertThat(provider.body()).contains("\"provider_error_message\":\"Error code: 401 - {");
  }

  @Test
  void anErrorMayFollowTheWholeAnswerOrCutIt() {
    List<String> billed = streamed(GatewayzReply.billingFailed("Done"));
    assertThat(billed.get(billed.size() - 3)).contains("\"finish_reason\":\"stop\"");
    assertThat(billed.get(billed.size() - 2)).contains("Daily usage limit exceeded. Used: $");
    assertThat(billed).last().isEqualTo("[DONE]");

    Reply cut =
        Reply.text("Half a")
            .noFinishReason()
            .thenFailure(StreamError.anthropic("overloaded_error", "Overloaded"));
    assertThat(streamed(cut)).noneMatch(chunk -> chunk.contains("\"finish_reason\":\"stop\""));
  }

  @Test
  void aModelAtGoogleStreamsOneChunkWithoutUsageAndLosesToolCalls() {
    assertThat(streamed(GatewayzReply.vertexText("A long text in one chunk.")))
        .hasSize(4)
        .noneMatch(chunk -> chunk.contains("usage"));
    assertThat(streamed(GatewayzReply.vertexToolCalls(WEATHER)))
        .noneMatch(chunk -> chunk.contains("tool_calls"));
    assertThat(whole(GatewayzReply.vertexToolCalls(WEATHER, WEATHER)).body())
        .contains("\"finish_reason\":\"stop\"")
        .containsPattern("\"id\":\"(call_[0-9]+)\".*\"id\":\"\\1\"");
  }

  @Test
  void aStreamThatWasGivenUpIsDoneForNoReason() {
    List<String> events = streamed(GatewayzReply.givenUp("Half"));

    assertThat(events).last().isEqualTo("[DONE]");
    assertThat(events).noneMatch(event -> event.contains("\"finish_reason\":\"stop\""));
  }

  @Test
  void toolCallsAreToldApartAsTold() {
    Reply calls = Reply.toolCalls(WEATHER, WEATHER);

    assertThat(streamed(calls.toolCallsAtIndex0()))
        .noneMatch(chunk -> chunk.contains("\"tool_calls\":[{\"index\":1"));
    assertThat(streamed(calls.toolCallsWithoutIndex()))
        .anyMatch(chunk -> chunk.contains("\"tool_calls\":[{\"id\":\"call_1\""));
  }

  @Test
  void membersHaveOtherNamesAsTold() {
    assertThat(whole(Reply.text("x").object("text_completion")).body())
        .contains("\"object\":\"text_completion\"");
    assertThat(streamed(Reply.text("x").reasoning("hm").reasoningIn("reasoning")))
        .anyMatch(chunk -> chunk.contains("{\"reasoning\":\"hm\"}"));
  }

  @Test
  void oddFramesAreWhatTheFormatAllows() {
    gateway.reply(Reply.chunks("Hi").oddlyFramed());

    String body = client.chat(Chats.STREAM).body();

    assertThat(body)
        .startsWith("\uFEFF: a comment\r\n\r\ndata:\r\n\r\ndata:{")
        .doesNotContain("data: {")
        .endsWith("data:[DONE]\r\n\r\n");
  }

  @Test
  void aCatalogueMayNameAModelTwiceAndNoPrice() {
    gateway.reply(GatewayzReply.unpricedModels("a/b", "a/b"));

    assertThat(client.get("/v1/models").body())
        .contains("\"pricing\":null", "\"total\":2", "\"has_more\":false");
  }

  @Test
  void anAdministratorHasNoLimits() {
    HttpResponse<String> response = whole(GatewayzReply.toAdministrator(Reply.text("x")));

    assertThat(response.headers().allValues("ratelimit-limit")).containsExactly("2147483647");
    assertThat(response.headers().firstValue("x-ratelimit-burst-window")).contains("unlimited");
  }

  private HttpResponse<String> whole(Reply reply) {
    gateway.reply(reply);
    return client.chat(Chats.WHOLE);
  }

  private List<String> streamed(Reply reply) {
    gateway.reply(reply);
    return client.stream(Chats.STREAM);
  }
}
