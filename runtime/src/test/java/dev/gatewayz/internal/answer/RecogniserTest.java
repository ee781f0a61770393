package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.json.JsonBytes;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each form in which Gatewayz and the providers behind it speak, whole and inside a good answer.
 */
class RecogniserTest {
  private static final CallInfo CALL =
      CallInfo.builder().model("gatewayz/a/b").attempts(1).requestId("req_1").build();

  /** A provider's words, as they stand in an event, and what they are there and in a 502. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "Error code: 400 - {'error': {'message': 'no such tool'}} | BadRequestException | BadGatewayException 400",
        "Error code: 401 - {'error': {'message': 'Incorrect API key'}} | BadGatewayException 401 | BadGatewayException 401",
        "Error code: 402 - {'error': {'message': 'Insufficient credits'}} | BadGatewayException 402 | BadGatewayException 402",
        "Error code: 403 - {'error': {'message': 'no access'}} | BadGatewayException 403 | BadGatewayException 403",
        "Error code: 404 - {'error': {'message': 'no model'}} | NotFoundException | BadGatewayException 404",
        "Error code: 410 - {'error': {'message': 'gone'}} | ModelGoneException | BadGatewayException 410",
        "Error code: 422 - {'detail': 'no'} | UnprocessableRequestException | BadGatewayException 422",
        "Error code: 429 - {'error': {'message': 'slow down'}} | RateLimitException UPSTREAM | RateLimitException UPSTREAM",
        "Error code: 500 - {'error': {'message': 'oops'}} | BadGatewayException 500 | BadGatewayException 500",
        "Error code: 503 | BadGatewayException 503 | BadGatewayException 503",
        "Client error '400 Bad Request' for url '[link removed]' | BadRequestException | BadGatewayException 400",
        "Client error '401 Unauthorized' for url 'https://api.anthropic.com/v1/messages' | BadGatewayException 401 | BadGatewayException 401",
        "Client error '429 Too Many Requests' for url 'https://x' | RateLimitException UPSTREAM | RateLimitException UPSTREAM",
        "Server error '529 ' for url 'https://api.anthropic.com/v1/messages' | BadGatewayException 529 | BadGatewayException 529",
        "Anthropic stream error: overloaded_error: Overloaded | BadGatewayException 529 | BadGatewayException 529",
        "Anthropic stream error: rate_limit_error: Number of requests | RateLimitException UPSTREAM | RateLimitException UPSTREAM",
        "Anthropic stream error: authentication_error: invalid x-api-key | BadGatewayException 401 | BadGatewayException 401",
        "Anthropic stream error: api_error: Internal | BadGatewayException 500 | BadGatewayException 500",
        "Anthropic stream error: some_error: Something | BadGatewayException 0 | BadGatewayException 0",
        "Vertex REST API returned HTTP 429: {\"error\": {\"code\": 429, \"message\": \"Resource exhausted\"}} | RateLimitException UPSTREAM | RateLimitException UPSTREAM",
        "Vertex REST API returned HTTP 403: {\"error\": {\"message\": \"Permission denied\"}} | BadGatewayException 403 | BadGatewayException 403",
        "Vertex REST API request failed: timeout | BadGatewayException 0 | BadGatewayException 0",
        "Vertex AI returned no candidates. Feedback: {'blockReason': 'SAFETY'} | ContentPolicyException | ContentPolicyException",
        "Vertex AI returned no candidates. Feedback: {'blockReason': None} | BadGatewayException 0 | BadGatewayException 0",
        "Error code: 400 - {'error': {'message': \"This model's maximum context length is 8192 tokens\"}} | ContextWindowExceededException | ContextWindowExceededException",
        "Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'prompt is too long: 1022145 tokens > 10 | ContextWindowExceededException | ContextWindowExceededException",
        "Vertex REST API returned HTTP 400: {\"error\": {\"code\": 400, \"message\": \"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576).\"}} | ContextWindowExceededException | ContextWindowExceededException",
        "Error code: 400 - {'error': {'code': 'content_filter', 'message': 'The response was filtered'}} | ContentPolicyException | ContentPolicyException",
        "Error code: 404 - {'error': {'message': 'The model `x` has been decommissioned and is no longer supported', 'code': 'model_decommissioned'}} | ModelGoneException | ModelGoneException",
        "Request timed out. | GatewayTimeoutException | GatewayTimeoutException",
      })
  void aProviderSpeaksToTheGateway(String words, String inBand, String in502) {
    assertThat(kindOf(inBand(words))).isEqualTo(inBand);
    assertThat(kindOf(in502(words))).isEqualTo(in502);
    for (ApiException e : new ApiException[] {inBand(words), in502(words)}) {
      assertThat(e).hasMessageContaining(words);
    }
    assertThat(in502(words).status()).isEqualTo(502);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 402, 403})
  void theAccountOfTheGatewayIsNotTheCallers(int status) {
    String words = "Error code: " + status + " - {'error': {'message': 'No'}}";
    for (ApiException e :
        new ApiException[] {
          inBand(words), in502(words), of(500, error(words)), of(400, error(words))
        }) {
      assertThat(kindOf(e)).isEqualTo("BadGatewayException " + status);
      assertThat(e).hasMessageContaining("the gateway's own key or account");
      assertThat(e.isTransient()).isFalse();
    }
  }

  /** The gateway's own exceptions, as Python prints them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "402: {'error': {'type': 'insufficient_credits', 'code': <ErrorCode.INSUFFICIENT_CREDITS: 'INSUFFICIENT_CREDITS'>, 'message': 'No credits left', 'context': None}} | InsufficientCreditsException | No credits left",
        "401: {'error': {'message': 'Invalid API key', 'code': 'INVALID_API_KEY', 'detail': 'Key has expired'}} | AuthenticationException | Invalid API key. Key has expired",
        "401: Invalid API key | AuthenticationException | Invalid API key",
        "429: {'error': {'message': 'Too many', 'context': {'retry_after': 12}}} | RateLimitException GATEWAY | Too many",
        "503: {'error': {'message': \"Provider 'x' is resting\", 'code': 'PROVIDER_UNAVAILABLE', 'context': {'retry_after': 12, 'provider': 'x | ServiceUnavailableException | Provider 'x' is resting",
        "502: Provider 'x' returned an error for model 'y': Error code: 402 - {'e': 1} | BadGatewayException 402 | Error code: 402 - {'e': 1}",
        "400: {'error': {'message': \"Invalid value for parameter 'request'\", 'context': {'parameter_name': 'request', 'parameter_value': 'Insufficient credits. Current balance: 0'}}} | InsufficientCreditsException | Insufficient credits. Current balance: 0",
      })
  void theGatewaySpeaksAboutTheCaller(String words, String kind, String shown) {
    ApiException e = inBand(words);
    assertThat(kindOf(e)).isEqualTo(kind);
    assertThat(e.error().message()).contains(shown);
    if (words.contains("retry_after")) {
      assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(12));
    }
  }

  @Test
  void theReasonIsShownWhereverItStands() {
    assertThat(of(400, ofRequest("Automatic prompt routing has been removed.")))
        .hasMessageContaining("Automatic prompt routing has been removed.")
        .hasMessageContaining("Correct the request.");
    assertThat(
            of(
                401,
                "{\"error\":{\"message\":\"Invalid API key\",\"code\":\"INVALID_API_KEY\","
                    + "\"detail\":\"The key was not accepted. API key has expired\"}}"))
        .isInstanceOf(AuthenticationException.class)
        .hasMessageContaining("Invalid API key. The key was not accepted. API key has expired");
    AuthenticationException upstream =
        (AuthenticationException)
            of(
                401,
                "{\"error\":{\"message\":\"Invalid API key\",\"detail\":\"The key was not accepted."
                    + " openai authentication error\"}}");
    assertThat(upstream.isUpstream()).isTrue();
    assertThat(of(502, provider("Something odd")))
        .hasMessageContaining("The provider failed: Something odd");
    assertThat(of(400, "{\"request_id\":\"abc\",\"why\":\"because\"}"))
        .hasMessageContaining("{\"request_id\":\"abc\",\"why\":\"because\"}");
    assertThat(of(400, "{}")).hasMessageContaining("The server gave no reason.");
    assertThat(of(400, "{\"error\":{\"message\":\"No\",\"code\":400}}"))
        .hasMessageContaining("HTTP 400: No.");
    assertThat(
            of(500, "{\"error\":{\"message\":\"No\",\"request_id\":\"7b3f\"}}").error().requestId())
        .isEqualTo("7b3f");
  }

  @Test
  void aDayThatIsUsedUpHasAnEnd() {
    Instant reset = Instant.now().plus(3, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
    String words = "Daily usage limit exceeded. Used: $0.9981, Limit: $1.00. Resets at: ";
    for (String time :
        new String[] {
          reset.toString(),
          reset.toString().replace("Z", "+00:00"),
          reset.toString().replace("Z", ""),
          reset.toString().replace("Z", ".123456+00:00") + "."
        }) {
      for (ApiException e :
          new ApiException[] {of(400, ofRequest(words + time)), inBand(words + time)}) {
        assertThat(kindOf(e)).isEqualTo("RateLimitException GATEWAY");
        assertThat(e).hasMessageContaining(words + time);
        assertThat(e.isTransient()).isTrue();
        assertThat(Instant.now().plus(e.retryAfter()))
            .isBetween(reset.minusSeconds(1), reset.plusSeconds(60));
      }
    }
    assertThat(of(400, ofRequest(words + "2020-01-01T00:00:00Z")).retryAfter()).isNull();
    assertThat(of(400, ofRequest(words + "soon")).retryAfter()).isNull();
    assertThat(kindOf(of(400, ofRequest(words + "soon")))).isEqualTo("RateLimitException GATEWAY");
  }

  @Test
  void theGatewaySpeaksAboutItself() {
    String words =
        "1 validation error for InternalChatResponse\ntool_calls.0\n  Input should be a valid dictionary";
    for (ApiException e : new ApiException[] {of(400, ofRequest(words)), inBand(words)}) {
      assertThat(kindOf(e)).isEqualTo("InternalServerException");
      assertThat(e).hasMessageContaining("defect of the gateway");
      assertThat(e.isTransient()).isFalse();
    }
    assertThat(
            kindOf(inBand("create() got an unexpected keyword argument 'max_completion_tokens'")))
        .isEqualTo("InternalServerException");
    assertThat(kindOf(of(400, ofRequest("Insufficient credits. Current balance: $0.00"))))
        .isEqualTo("InsufficientCreditsException");
    assertThat(kindOf(inBand("No provider found for model x/y"))).isEqualTo("NotFoundException");
  }

  @Test
  void ofMissingKeysEachCauseIsNamed() {
    String body =
        "{\"error\":{\"message\":\"Authentication required\",\"code\":\"missing_api_key\"}}";
    assertThat(of(401, body))
        .hasMessageContaining("expired")
        .hasMessageContaining("disabled")
        .hasMessageContaining("address")
        .hasMessageContaining("cannot look keys up");
  }

  @Test
  void theDefaultAddressNamesTheOther() {
    Origin standard = Origin.of(URI.create("https://api.gatewayz.com"));
    Origin other = Origin.of(URI.create("https://llm.example.com"));
    ErrorHead head = new ErrorHead(404, null, null, null);
    String address = "{\"detail\":\"Not Found\"}";
    String model = "{\"error\":{\"message\":\"m\",\"code\":\"MODEL_NOT_FOUND\"}}";
    assertThat(errors(standard).of(head, ErrorBodyReader.read(address), address))
        .hasMessageContaining("https://api.gatewayz.ai");
    assertThat(errors(standard).of(head, ErrorBodyReader.read(model), model))
        .hasMessageNotContaining("https://api.gatewayz.ai");
    assertThat(errors(other).of(head, ErrorBodyReader.read(address), address))
        .hasMessageNotContaining("https://api.gatewayz.ai");
    for (TransportException.Kind kind :
        List.of(TransportException.Kind.RESOLVE, TransportException.Kind.TLS)) {
      assertThat(failure(kind, standard)).hasMessageContaining("https://api.gatewayz.ai");
      assertThat(failure(kind, other)).hasMessageNotContaining("https://api.gatewayz.ai");
    }
  }

  private static GatewayzException failure(TransportException.Kind kind, Origin origin) {
    return Failures.of(
        CALL, TransportException.of(kind, "failed", null), "failed", origin, Partial.NONE, false);
  }

  /** What only mentions such words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0007',
      value = {
        "400 | The text 'Error code: 402 - {}' is not allowed here | BadRequestException",
        "400 | tools[0].description: Error code: 401 is no name | BadRequestException",
        "400 | 429: is not one of the allowed values | BadRequestException",
        "400 | Describe 'Daily usage limit exceeded' in other words | BadRequestException",
        "400 | The header says: Insufficient credits | BadRequestException",
        "400 | The name \"prompt is too long\" is taken | BadRequestException",
        "400 | Unknown parameter: 'context_window' | BadRequestException",
        "400 | Unknown parameter: context_length_exceeded_behavior | BadRequestException",
        "400 | max_tokens is too large: 10000. This model supports at most 4096 completion tokens | BadRequestException",
        "400 | 'content_filter' is no finish reason | BadRequestException",
        "400 | The member content_filter is unknown | BadRequestException",
        "400 | inappropriate content type | BadRequestException",
        "400 | Automatic model routing has been removed | BadRequestException",
        "400 | No field 'validation error for InternalChat' | BadRequestException",
        "422 | stop: 'Request timed out.' is longer than 4 | UnprocessableRequestException",
        "403 | Insufficient credits are no reason here | PermissionDeniedException",
        "404 | openai is unknown, see Error code: 402 | NotFoundException",
        "500 | The tool 'request timed out' is unknown | InternalServerException",
        "502 | The tool 'request timed out' is unknown | BadGatewayException 0",
        "502 | Insufficient credits | BadGatewayException 0",
        "503 | Rate limit service down | ServiceUnavailableException",
        "0 | The tool 'rate limit exceeded' is unknown | InternalServerException",
        "0 | Reading 'insufficient credits' failed | InternalServerException",
        "0 | 99: bottles | InternalServerException",
        "0 | Connection error. | InternalServerException",
      })
  void whatIsOnlyMentionedIsNotSaid(int status, String words, String kind) {
    assertThat(kindOf(of(status, error(words)))).isEqualTo(kind);
  }

  @Test
  void whatDoesNotEndIsReadAsFarAsItGoes() {
    String words =
        "402: {'error': {'message': 'No credits', 'context': {'a': [1, (2, b'x'), {'y': <X.Y: 'z'>, 'd': datetime(2026, 8), 'e': '\\'\\x41\\u0042\\n'}], 'retry_after': 3}}}";
    for (int end = 0; end <= words.length(); end++) {
      assertThat(inBand(words.substring(0, end))).isNotNull();
    }
    assertThat(inBand(words).retryAfter()).isEqualTo(Duration.ofSeconds(3));
    assertThat(inBand("400: " + "[".repeat(10_000))).isNotNull();
    assertThat(inBand("400: {" + "'a': {".repeat(10_000))).isNotNull();
  }

  private static String kindOf(ApiException e) {
    String name = e.getClass().getSimpleName();
    if (e instanceof BadGatewayException gateway) {
      return name + " " + gateway.upstreamStatus();
    }
    return e instanceof RateLimitException limit ? name + " " + limit.scope() : name;
  }

  private static ApiException inBand(String words) {
    return of(0, "{\"error\":{\"message\":" + json(words) + ",\"type\":\"internal_error\"}}");
  }

  private static ApiException in502(String words) {
    ApiException e = of(502, error("Provider 'p' returned an error for model 'm': " + words));
    assertThat(kindOf(of(502, provider(words)))).isEqualTo(kindOf(e));
    return e;
  }

  private static String json(String words) {
    return new JsonBytes(words.length()).string(words).toString();
  }

  private static String error(String words) {
    return "{\"error\":{\"message\":" + json(words) + "}}";
  }

  private static String provider(String words) {
    return "{\"error\":{\"message\":\"The provider failed.\",\"code\":\"PROVIDER_ERROR\",\"context\":"
        + "{\"provider_error_message\":"
        + json(words)
        + "}}}";
  }

  private static String ofRequest(String words) {
    return "{\"error\":{\"message\":\"Invalid value for parameter 'request'\","
        + "\"code\":\"INVALID_PARAMETER_TYPE\",\"detail\":\"Has an incorrect type\","
        + "\"suggestions\":[\"Check the type\"],\"context\":{\"parameter_name\":\"request\","
        + "\"parameter_value\":"
        + json(words)
        + "}}}";
  }

  private static ApiException of(int status, String body) {
    return errors(null)
        .of(new ErrorHead(status, null, null, null), ErrorBodyReader.read(body), body);
  }

  private static ApiErrors errors(Origin origin) {
    return new ApiErrors(CALL, origin, text -> text);
  }
}
