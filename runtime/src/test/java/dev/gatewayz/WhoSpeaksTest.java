package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.ContentPolicyException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.GatewayTimeoutException;
import dev.gatewayz.error.InsufficientCreditsException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.ModelGoneException;
import dev.gatewayz.error.NotFoundException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who speaks in an error decides whether the same is asked again, and whether others are asked. */
class WhoSpeaksTest extends Calls {
  private static final CallOptions SECOND =
      CallOptions.builder().fallback(Fallback.model("gatewayz/anthropic/second")).build();
  private static final String DAY =
      "Daily usage limit exceeded. Used: $0.9981, Limit: $1.00. Resets at: ";

  /** How often the first model is asked, and whether the second is. */
  static Stream<Arguments> failures() {
    return Stream.of(
        row("event 401", event("Error code: 401 - {}"), BadGatewayException.class, 1, true),
        row("event 402", event("Error code: 402 - {}"), BadGatewayException.class, 1, true),
        row("event 403", event("Error code: 403 - {}"), BadGatewayException.class, 1, true),
        row("event 429", event("Error code: 429 - {}"), RateLimitException.class, 3, true),
        row("event 400", event("Error code: 400 - {}"), BadRequestException.class, 1, false),
        row("event 404", event("Error code: 404 - {}"), NotFoundException.class, 1, true),
        row("event 500", event("Error code: 500 - {}"), BadGatewayException.class, 3, true),
        row(
            "event httpx",
            event("Server error '529 ' for url 'https://x'"),
            BadGatewayException.class,
            3,
            true),
        row(
            "event Anthropic",
            event("Anthropic stream error: overloaded_error: Overloaded"),
            BadGatewayException.class,
            3,
            true),
        row(
            "event Vertex",
            event("Vertex REST API returned HTTP 403: {}"),
            BadGatewayException.class,
            1,
            true),
        row(
            "event of the gateway",
            event("402: {'error': {'message': 'm'}}"),
            InsufficientCreditsException.class,
            1,
            false),
        row("event timeout", event("Request timed out."), GatewayTimeoutException.class, 2, true),
        row(
            "event defect",
            event("1 validation error for InternalChatResponse"),
            InternalServerException.class,
            1,
            true),
        row(
            "event window",
            event(
                "Error code: 400 - {'error': {'message': 'prompt is too long: 2 tokens > 1 maximum'}}"),
            ContextWindowExceededException.class,
            1,
            true),
        row(
            "event policy",
            event("Error code: 400 - {'error': {'code': 'content_policy_violation'}}"),
            ContentPolicyException.class,
            1,
            true),
        row("502 401", provider("Error code: 401 - {}"), BadGatewayException.class, 1, true),
        row("502 402", provider("Error code: 402 - {}"), BadGatewayException.class, 1, true),
        row("502 400", provider("Error code: 400 - {}"), BadGatewayException.class, 1, true),
        row(
            "502 httpx",
            provider("Client error '400 Bad Request' for url 'https://x'"),
            BadGatewayException.class,
            1,
            true),
        row("502 429", provider("Error code: 429 - {}"), RateLimitException.class, 3, true),
        row("502 late", provider("Request timed out."), GatewayTimeoutException.class, 2, true),
        row(
            "502 window",
            provider("Error code: 400 - {'error': {'message': 'input is too long'}}"),
            ContextWindowExceededException.class,
            1,
            true),
        row(
            "400 window",
            ErrorReply.openAi(
                400, "invalid_request_error", null, "prompt is too long: 2 tokens > 1 maximum"),
            ContextWindowExceededException.class,
            1,
            true),
        row(
            "400 policy",
            ErrorReply.openAi(400, "t", "content_filter", "The content was filtered"),
            ContentPolicyException.class,
            1,
            true),
        row(
            "400 gone",
            ErrorReply.openAi(400, "t", "model_decommissioned", "The model is gone"),
            ModelGoneException.class,
            1,
            true),
        row(
            "400 day",
            ofRequest(DAY + Instant.now().plusSeconds(7_200)),
            RateLimitException.class,
            1,
            true),
        row(
            "400 day, soon over",
            ofRequest(DAY + Instant.now().plusSeconds(20)),
            RateLimitException.class,
            1,
            true),
        row(
            "400 credits",
            ofRequest("Insufficient credits. Current balance: $0.00"),
            InsufficientCreditsException.class,
            1,
            false),
        row(
            "400 defect",
            ofRequest("1 validation error for InternalChatResponse"),
            InternalServerException.class,
            1,
            true),
        row(
            "429 quota",
            ErrorReply.openAi(
                429, "insufficient_quota", "insufficient_quota", "You exceeded your current quota"),
            InsufficientCreditsException.class,
            1,
            false),
        row(
            "event quota",
            event("Error code: 429 - {'error': {'code': 'insufficient_quota'}}"),
            BadGatewayException.class,
            1,
            true),
        row(
            "event empty account",
            event("Error code: 400 - {'error': {'message': 'Your credit balance is too low'}}"),
            BadGatewayException.class,
            1,
            true),
        row(
            "event LiteLLM",
            event("litellm.AuthenticationError: XException - no"),
            BadGatewayException.class,
            1,
            true),
        row("event overloaded", event("Overloaded"), ServiceUnavailableException.class, 3, true),
        row(
            "529",
            ErrorReply.openAi(529, "overloaded_error", null, "Overloaded"),
            ServiceUnavailableException.class,
            3,
            true),
        row(
            "400 unknown model",
            ErrorReply.openAi(400, "t", null, "a/b is not a valid model ID"),
            NotFoundException.class,
            1,
            true),
        row(
            "400 of what the model wrote",
            ErrorReply.openAi(400, "t", "tool_use_failed", "Failed to call a function."),
            BadGatewayException.class,
            3,
            true),
        row(
            "400 of what the model cannot do",
            ErrorReply.openAi(400, "t", null, "gemma:2b does not support tools"),
            NotFoundException.class,
            1,
            true),
        row(
            "401 of the model",
            ErrorReply.openAi(
                401, "key_model_access_denied", null, "key not allowed to access model."),
            NotFoundException.class,
            1,
            true),
        row("424", ErrorReply.openAi(424, "t", null, "x"), InternalServerException.class, 3, true),
        row("400", ofRequest("No audio here"), BadRequestException.class, 1, false),
        row("504", ErrorReply.timeout(), GatewayTimeoutException.class, 3, true),
        row("503", ErrorReply.capacity(), ServiceUnavailableException.class, 3, true));
  }

  private static Arguments row(
      String name, Reply failure, Class<? extends ApiException> type, int asked, boolean second) {
    return arguments(named(name, failure), type, asked, second);
  }

  private static Reply event(String message) {
    return ErrorReply.brief(200, "internal_error", message);
  }

  private static Reply provider(String message) {
    return ErrorReply.providerFailed(message);
  }

  private static Reply ofRequest(String reason) {
    return ErrorReply.envelope(
        400,
        "INVALID_PARAMETER_TYPE",
        "Invalid value for parameter 'request'",
        Map.of("parameter_name", "request", "parameter_value", reason));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void retriesAndFallbacksFollow(
      Reply failure, Class<? extends ApiException> type, int asked, boolean second) {
    Gatewayz client = client();
    gateway.respond(
        request ->
            request.model().orElseThrow().equals("anthropic/second") ? Reply.text("ok") : failure);

    assertThat(catchThrowableOfType(type, () -> client.complete(HELLO))).isNotNull();
    assertThat(gateway.requests()).hasSize(asked);
    Probe.all(client.stream(HELLO)).awaitFailure(type);
    assertThat(gateway.requests()).hasSize(2 * asked);

    if (second) {
      assertThat(client.complete(HELLO, SECOND).text()).isEqualTo("ok");
      assertThat(gateway.requests()).hasSize(3 * asked + 1);
      assertThat(text(Probe.all(client.stream(HELLO, SECOND)))).isEqualTo("ok");
      assertThat(gateway.requests()).hasSize(4 * asked + 2);
    } else {
      assertThat(catchThrowableOfType(type, () -> client.complete(HELLO, SECOND))).isNotNull();
      Probe.all(client.stream(HELLO, SECOND)).awaitFailure(type);
      assertThat(gateway.requests()).hasSize(4 * asked);
    }
  }

  @Test
  void anEventOfAStreamIsReadAlike() {
    Gatewayz client = client();
    gateway.reply(
        Reply.events(
            "{\"error\":{\"message\":\"Error code: 402 - {'error': {'message': 'Insufficient"
                + " credits'}}\",\"type\":\"internal_error\"}}",
            "[DONE]"),
        Reply.text("from the second"));

    assertThat(text(Probe.all(client.stream(HELLO, SECOND)))).isEqualTo("from the second");
    assertThat(gateway.requests())
        .extracting(request -> request.model().orElseThrow())
        .containsExactly("openai/gpt-4o-mini", "anthropic/second");
  }

  @Test
  void aBudgetOfTheGatewayAtTheProviderIsWaitedForOnlyWithoutAnother() {
    Reply failure =
        ErrorReply.envelope(503, "PROVIDER_ERROR", "A capacity limit on our side.")
            .header("Retry-After", "30");
    Gatewayz client = client();
    gateway.reply(failure, Reply.text("from the second"), failure, Reply.text("again"));

    assertThat(client.complete(HELLO, SECOND).text()).isEqualTo("from the second");
    assertThat(client.complete(HELLO).text()).isEqualTo("again");
  }

  @Test
  void retriesThatAServerHasScheduledNeverRunOut() {
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.standard(1)));
    Reply busy = ErrorReply.capacity().withoutHeader("retry-after").header("retry-after-ms", "1");
    for (int i = 0; i < 110; i++) {
      gateway.reply(busy, Reply.text("at last"));
      assertThat(client.complete(HELLO).text()).isEqualTo("at last");
    }
  }

  @Test
  void theIdInTheBodyCanBeRead() {
    Gatewayz client = client();
    gateway.reply(
        ErrorReply.envelope(402, "INSUFFICIENT_CREDITS", "No.").header("x-request-id", "r"));

    InsufficientCreditsException e =
        catchThrowableOfType(InsufficientCreditsException.class, () -> client.complete(HELLO));
    assertThat(e.error().requestId()).isEqualTo("req_000000000000");
    assertThat(e.requestId()).isEqualTo("r");
  }

  @Test
  void thePromptIsNotShownInAnExcerpt() {
    Gatewayz client = client();
    gateway.reply(
        Reply.body(
            400, "application/json", "{\"seen\":\"a secret question of mine\",\"why\":\"no\"}"));

    BadRequestException e =
        catchThrowableOfType(
            BadRequestException.class,
            () -> client.complete(Asking.ask("a secret question of mine")));
    assertThat(e).hasMessageContaining("\"why\":\"no\"").hasMessageNotContaining("secret question");
  }

  @Test
  void aDayThatIsUsedUpSaysUntilWhen() {
    Gatewayz client = client();
    gateway.reply(ofRequest(DAY + Instant.now().plusSeconds(7_200)));

    RateLimitException e =
        catchThrowableOfType(RateLimitException.class, () -> client.complete(HELLO));
    assertThat(e.scope()).isEqualTo(RateLimitException.Scope.GATEWAY);
    assertThat(e.retryAfter()).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(120));
    assertThat(e).hasMessageContaining("Daily usage limit exceeded");
  }

  private static String text(Probe<ChatChunk> probe) {
    return probe.awaitCompletion().stream().map(ChatChunk::text).collect(Collectors.joining());
  }
}
