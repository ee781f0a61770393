package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.GatewayTimeoutException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.InsufficientCreditsException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.ModelGoneException;
import dev.gatewayz.error.NotFoundException;
import dev.gatewayz.error.PermissionDeniedException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.RequestTimeoutException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.UnprocessableRequestException;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.SharedCalls;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every status and every shape of body ends in one typed error that says what to do. */
class ErrorResponseTest extends SharedCalls {
  private static final Prompt PROMPT = Asking.greeting("Greeter.greet");

  static Stream<Arguments> statuses() {
    return Stream.of(
        arguments(400, BadRequestException.class),
        arguments(401, AuthenticationException.class),
        arguments(402, InsufficientCreditsException.class),
        arguments(403, PermissionDeniedException.class),
        arguments(404, NotFoundException.class),
        arguments(405, ApiException.class),
        arguments(408, RequestTimeoutException.class),
        arguments(410, ModelGoneException.class),
        arguments(413, ApiException.class),
        arguments(415, ApiException.class),
        arguments(422, UnprocessableRequestException.class),
        arguments(429, RateLimitException.class),
        arguments(500, InternalServerException.class),
        arguments(502, BadGatewayException.class),
        arguments(503, ServiceUnavailableException.class),
        arguments(504, GatewayTimeoutException.class),
        arguments(520, InternalServerException.class));
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void aStatusHasItsType(int status, Class<? extends ApiException> type) {
    for (Reply reply :
        new Reply[] {
          ErrorReply.envelope(status, "SOME_CODE", "What happened."),
          ErrorReply.brief(status, "some_type", "What happened."),
          ErrorReply.coded(status, "some_type", "some_code", "What happened."),
          ErrorReply.numbered(status, "some_type", "What happened."),
          ErrorReply.named(status, "some_name", "What happened."),
          ErrorReply.detail(status, "What happened."),
          ErrorReply.detail(status, "model", "What happened."),
          ErrorReply.html(status),
          ErrorReply.plain(status, "What happened."),
          Reply.status(status),
          Reply.body(status, "application/json", ""),
          Reply.body(status, "application/json", "{"),
          Reply.body(status, "application/json", "null"),
          Reply.body(status, "application/json", "{\"error\":null}"),
          Reply.body(status, "application/json", "[1,2"),
        }) {
      gateway.reply(reply.header("x-request-id", "req_from_server"), reply);

      assertThatThrownBy(() -> Prompts.of(client).call(PROMPT.render().raw(0), AnswerType.TEXT))
          .isInstanceOfSatisfying(
              type,
              e -> {
                assertThat(e.status()).isEqualTo(status);
                assertThat(e.promptId()).isEqualTo("Greeter.greet");
                assertThat(e.model()).isEqualTo("gatewayz/openai/gpt-4o-mini");
                assertThat(e.attempts()).isEqualTo(1);
                assertThat(e.requestId()).isEqualTo("req_from_server");
                assertThat(e)
                    .hasMessageStartingWith("Greeter.greet: ")
                    .hasMessageContaining(Integer.toString(status))
                    .hasMessageContaining("req_from_server")
                    .hasMessageNotContaining(Wire.KEY);
              });
      assertThat(Probe.all(client.stream(HELLO)).awaitFailure(type).status()).isEqualTo(status);
    }
  }

  static Stream<Arguments> shapes() {
    return Stream.of(
        arguments(
            named("envelope", ErrorReply.envelope(400, "INVALID_PARAMETER_TYPE", "No.")),
            "INVALID_PARAMETER_TYPE",
            "invalid_parameter_type"),
        arguments(named("brief", ErrorReply.brief(400, "t", "No.")), null, "t"),
        arguments(named("coded", ErrorReply.coded(400, "t", "c", "No.")), "c", "t"),
        arguments(named("numbered", ErrorReply.numbered(400, "t", "No.")), "400", "t"),
        arguments(named("named", ErrorReply.named(400, "n", "No.")), "n", null),
        arguments(named("detail", ErrorReply.detail(400, "No.")), null, null));
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void aShapeIsRead(Reply reply, String code, String type) {
    gateway.reply(reply);

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOfSatisfying(
            BadRequestException.class,
            e -> {
              assertThat(e.error().message()).isEqualTo("No.");
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.type()).isEqualTo(type);
              assertThat(e).hasMessageContaining("No.");
            });
  }

  @Test
  void aCodeThatIsTheStatusIsNotSaidTwice() {
    gateway.reply(ErrorReply.numbered(400, "t", "Not like this."));

    assertThatThrownBy(() -> client.complete(HELLO))
        .hasMessageContaining("HTTP 400: Not like this.");
  }

  @Test
  void whatIsInvalidIsNamed() {
    gateway.reply(ErrorReply.validation("messages", "List should have at least 1 item"));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOfSatisfying(
            UnprocessableRequestException.class,
            e ->
                assertThat(e.error().fields())
                    .containsExactly("body.messages: List should have at least 1 item"))
        .hasMessageContaining("messages")
        .hasMessageContaining("List should have at least 1 item");
  }

  @Test
  void ofA502TheProvidersErrorShows() {
    gateway.reply(
        ErrorReply.providerFailed(
            "Error code: 400 - {'error': {'message': \"This model's maximum context length is 8192"
                + " tokens\"}}"),
        ErrorReply.providerFailed("Error code: 404 - {'error': 'no such model'}"));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ContextWindowExceededException.class);
    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOfSatisfying(
            BadGatewayException.class, e -> assertThat(e.upstreamStatus()).isEqualTo(404));
  }

  @Test
  void aRateLimitSaysWhoseItIs() {
    gateway.reply(
        ErrorReply.rateLimited(Duration.ofSeconds(30)),
        ErrorReply.rateLimitedUpstream("7"),
        ErrorReply.rateLimitedAddress());

    assertThat(rateLimit()).isEqualTo("GATEWAY PT30S");
    assertThat(rateLimit()).isEqualTo("UPSTREAM PT7S");
    assertThat(rateLimit()).isEqualTo("IP PT1M");
  }

  private static String rateLimit() {
    RateLimitException e = assertThrows(RateLimitException.class, () -> client.complete(HELLO));
    return e.scope() + " " + e.retryAfter();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "\u0000",
        "hello",
        "<html><body>Welcome</body></html>",
        "{\"id\":\"x\"",
        "{\"id\":\"x\"}",
        "[]",
        "null",
        "17",
        "{\"choices\":[]}",
        "{\"choices\":17}",
        "{\"choices\":[{\"message\":17}]}"
      })
  void anAnswerThatIsNoneIsAnError(String body) {
    gateway.reply(Reply.body(200, "application/json", body).header("x-request-id", "req_x"));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(GatewayzException.class)
        .hasMessageContaining("req_x");
  }

  @Test
  void anErrorInsideA200IsAnError() {
    gateway.reply(
        Reply.json("{\"error\":{\"message\":\"Rate limited\",\"code\":429}}"),
        Reply.json(
            "{\"error\":{\"message\":\"Out of credits\",\"code\":\"INSUFFICIENT_CREDITS\"}}"),
        Reply.json("{\"object\":\"error\",\"message\":\"no such model\",\"code\":404}"));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(RateLimitException.class);
    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(InsufficientCreditsException.class);
    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(NotFoundException.class);
  }

  @Test
  void spaceBeforeTheAnswerIsNoError() {
    gateway.reply(
        Reply.json(
            "\n\n  \r\n{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\","
                + "\"content\":\"Hi\"},\"finish_reason\":\"stop\"}]}"));

    assertThat(client.complete(HELLO).text()).isEqualTo("Hi");
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (MockGateway elsewhere = MockGateway.start()) {
      for (int status : new int[] {301, 302, 303, 307, 308}) {
        gateway.reply(
            Reply.status(status).header("location", elsewhere.apiBase() + "/v1/chat/completions"));

        assertThatThrownBy(() -> client.complete(HELLO))
            .isInstanceOf(ApiException.class)
            .hasMessageContaining(Integer.toString(status));
      }
      assertThat(elsewhere.counters().connectionsOpened()).isZero();
    }
  }

  @Test
  void aPackedAnswerThatCannotBeReadIsAnError() {
    gateway.reply(
        Reply.json("{}").header("content-encoding", "br"),
        Reply.json("{}").header("content-encoding", "gzip"));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("compressed");
    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("compressed");
  }

  @Test
  void aPackedErrorIsRead() {
    gateway.reply(ErrorReply.insufficientCredits().gzip());

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(InsufficientCreditsException.class)
        .hasMessageContaining("credits");
  }

  @Test
  void aBombDoesNotGoOff() {
    gateway.reply(Reply.json("[" + "0,".repeat(20_000_000) + "0]").gzip());

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("16777216 bytes");
  }

  @Test
  void whatTheServerRepeatsOfTheKeyIsTakenOut() {
    String spoken = "Incorrect API key provided: " + Wire.KEY;
    gateway.reply(
        ErrorReply.envelope(401, "INVALID_API_KEY", spoken, Map.of("key_prefix", Wire.KEY)),
        ErrorReply.plain(500, spoken),
        Reply.json(spoken));

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> client.complete(HELLO))
          .satisfies(
              e -> {
                for (Throwable t = e; t != null; t = t.getCause()) {
                  assertThat(t.toString()).doesNotContain(Wire.KEY);
                }
                if (e instanceof ApiException api) {
                  assertThat(api.error().toString()).doesNotContain(Wire.KEY);
                }
              });
    }
  }
}
