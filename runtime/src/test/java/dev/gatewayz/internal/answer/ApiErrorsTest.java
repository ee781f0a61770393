package dev.gatewayz.internal.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ContentPolicyException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.GatewayTimeoutException;
import dev.gatewayz.error.InsufficientCreditsException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.ModelGoneException;
import dev.gatewayz.error.NotFoundException;
import dev.gatewayz.error.PermissionDeniedException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.RequestTimeoutException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.UnprocessableRequestException;
import dev.gatewayz.internal.wire.ErrorBody;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiErrorsTest {
  private static final CallInfo CALL =
      CallInfo.builder()
          .promptId("P.ask")
          .model("gatewayz/a/b")
          .attempts(2)
          .requestId("req_1")
          .build();

  @Test
  void everyStatusHasItsException() {
    assertThat(of(400, "x")).isExactlyInstanceOf(BadRequestException.class);
    assertThat(of(401, "x")).isExactlyInstanceOf(AuthenticationException.class);
    assertThat(of(402, "x")).isExactlyInstanceOf(InsufficientCreditsException.class);
    assertThat(of(403, "x")).isExactlyInstanceOf(PermissionDeniedException.class);
    assertThat(of(404, "x")).isExactlyInstanceOf(NotFoundException.class);
    assertThat(of(408, "x")).isExactlyInstanceOf(RequestTimeoutException.class);
    assertThat(of(410, "x")).isExactlyInstanceOf(ModelGoneException.class);
    assertThat(of(422, "x")).isExactlyInstanceOf(UnprocessableRequestException.class);
    assertThat(of(429, "x")).isExactlyInstanceOf(RateLimitException.class);
    assertThat(of(500, "x")).isExactlyInstanceOf(InternalServerException.class);
    assertThat(of(502, "x")).isExactlyInstanceOf(BadGatewayException.class);
    assertThat(of(503, "x")).isExactlyInstanceOf(ServiceUnavailableException.class);
    assertThat(of(504, "x")).isExactlyInstanceOf(GatewayTimeoutException.class);
    assertThat(of(524, "x")).isExactlyInstanceOf(GatewayTimeoutException.class);
    assertThat(of(520, "x")).isExactlyInstanceOf(InternalServerException.class);
    assertThat(of(301, "x")).isExactlyInstanceOf(ApiException.class);
    assertThat(of(418, "x")).isExactlyInstanceOf(ApiException.class);
  }

  @Test
  void theMessageSaysWhatHappenedToWhichCallAndWhatToDo() {
    ApiException e =
        errors()
            .of(
                new ErrorHead(429, Duration.ofMillis(1_500), null, null),
                said(
                    "{\"error\":{\"message\":\"Too many requests\",\"code\":\"RATE_LIMIT_EXCEEDED\"}}"),
                "");
    assertThat(e)
        .hasMessage(
            "P.ask: HTTP 429 RATE_LIMIT_EXCEEDED: Too many requests. Wait 2 s before the next call."
                + " [model gatewayz/a/b, attempt 2, request req_1]");
    assertThat(e.retryAfter()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(e.promptId()).isEqualTo("P.ask");
    assertThat(e.attempts()).isEqualTo(2);
    assertThat(e.requestId()).isEqualTo("req_1");
  }

  @Test
  void aFullContextWindowIsFoundWhateverTheStatus() {
    String hidden =
        "{\"error\":{\"message\":\"Provider error\",\"code\":\"PROVIDER_ERROR\",\"context\":"
            + "{\"provider_error_message\":\"Error code: 400 - This model's maximum context length is"
            + " 8192\"}}}";
    assertThat(of(502, hidden)).isExactlyInstanceOf(ContextWindowExceededException.class);
    assertThat(of(400, "{\"error\":{\"message\":\"m\",\"code\":\"CONTEXT_LENGTH_EXCEEDED\"}}"))
        .isExactlyInstanceOf(ContextWindowExceededException.class);
    assertThat(of(429, hidden)).isExactlyInstanceOf(RateLimitException.class);
  }

  @Test
  void refusedContentIsFound() {
    assertThat(of(400, "{\"error\":{\"message\":\"m\",\"code\":\"content_policy_violation\"}}"))
        .isExactlyInstanceOf(ContentPolicyException.class);
  }

  @Test
  void aBadGatewayTellsWhatTheProviderSaid() {
    BadGatewayException e =
        (BadGatewayException) of(502, "{\"error\":{\"message\":\"Error code: 404 - {'x'}\"}}");
    assertThat(e.upstreamStatus()).isEqualTo(404);
    assertThat(e).hasMessageContaining("trying again will not help");
    assertThat(((BadGatewayException) of(502, "<html>")).upstreamStatus()).isZero();
  }

  @Test
  void theGatewaysOwnKeyIsNotYours() {
    AuthenticationException e =
        (AuthenticationException)
            of(401, "{\"error\":{\"message\":\"openai authentication error\"}}");
    assertThat(e.isUpstream()).isTrue();
    assertThat(((AuthenticationException) of(401, "{\"error\":{\"message\":\"m\"}}")).isUpstream())
        .isFalse();
  }

  @Test
  void rateLimitsSayWhoseTheyAre() {
    assertThat(limit("upstream", "{}")).isEqualTo(RateLimitException.Scope.UPSTREAM);
    assertThat(limit(null, "{\"error\":{\"message\":\"m\",\"type\":\"security_limit\"}}"))
        .isEqualTo(RateLimitException.Scope.IP);
    assertThat(limit(null, "{}")).isEqualTo(RateLimitException.Scope.GATEWAY);
  }

  /** What the gateway writes into a stream whose status is 200. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"error\":{\"message\":\"m\",\"status\":429}} | 429",
        "{\"error\":{\"message\":\"m\",\"code\":503}} | 503",
        "{\"error\":{\"message\":\"m\",\"code\":\"404\"}} | 404",
        "{\"error\":{\"message\":\"m\",\"code\":\"INSUFFICIENT_CREDITS\"}} | 402",
        "{\"error\":{\"message\":\"m\",\"type\":\"rate_limit_error\"}} | 429",
        "{\"error\":{\"message\":\"402: {'error': {'type': 'insufficient_credits'}}\",\"type\":\"internal_error\"}} | 402",
        "{\"error\":{\"message\":\"Error code: 429 - {'x': 1}\",\"type\":\"internal_error\"}} | 429",
        "{\"error\":{\"message\":\"Request timed out.\",\"type\":\"internal_error\"}} | 504",
        "{\"error\":{\"message\":\"Rate limit reached\",\"type\":\"internal_error\"}} | 429",
        "{\"error\":{\"message\":\"maximum context length is 8192\"}} | 400",
        "{\"error\":{\"message\":\"Connection error.\",\"type\":\"internal_error\"}} | 500",
        "{\"error\":{\"message\":\"m\",\"status\":200,\"code\":\"SOMETHING\"}} | 500",
        "{\"error\":{\"message\":\"123: no status\"}} | 500",
      })
  void theStatusBehindAnErrorInAStreamIsRecovered(String body, int status) {
    assertThat(errors().of(ErrorHead.GOOD, said(body), body).status()).isEqualTo(status);
  }

  private static RateLimitException.Scope limit(String scope, String body) {
    return ((RateLimitException) errors().of(new ErrorHead(429, null, scope, null), said(body), ""))
        .scope();
  }

  private static ApiException of(int status, String body) {
    return errors().of(new ErrorHead(status, null, null, null), said(body), body);
  }

  private static ApiErrors errors() {
    return new ApiErrors(CALL, null, text -> text);
  }

  private static ErrorBody said(String body) {
    return ErrorBodyReader.read(body);
  }
}
