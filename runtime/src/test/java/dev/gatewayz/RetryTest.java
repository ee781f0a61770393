package dev.gatewayz;

import static java.lang.System.Logger.Level.ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Named.named;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.StreamErrorException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One layer tries again, where that may help, and shows what it did. */
class RetryTest extends Calls {

  static Stream<Named<Reply>> passing() {
    return Stream.of(
        named("408", ErrorReply.brief(408, "t", "m")),
        named("429", ErrorReply.rateLimited(Duration.ZERO)),
        named("500", ErrorReply.envelope(500, "INTERNAL_ERROR", "m")),
        named("502", ErrorReply.html(502)),
        named("503", ErrorReply.capacity()),
        named("504", ErrorReply.timeout()),
        named("520", ErrorReply.html(520)),
        named("524", ErrorReply.html(524)),
        named("disconnect", Reply.disconnect()),
        named("reset", Reply.nothingBut(Step.reset(ErrorCode.INTERNAL_ERROR))),
        named("in-band 503", Reply.json("{\"error\":{\"message\":\"m\",\"code\":503}}")),
        named("502 from a provider's 500", ErrorReply.providerFailed("Error code: 500 - oops")));
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatMayPassIsTriedAgain(Reply failure) {
    Gatewayz client = client();
    gateway.reply(failure, failure, Reply.text("at last"), failure, Reply.text("at last"));

    assertThat(client.complete(HELLO).text()).isEqualTo("at last");
    List<ChatChunk> chunks = Probe.all(client.stream(HELLO)).awaitCompletion();
    assertThat(chunks.stream().map(ChatChunk::text).collect(Collectors.joining()))
        .isEqualTo("at last");
    assertThat(gateway.counters().requestsOpened()).isEqualTo(5);
  }

  @Test
  void retriesThatARateLimitHasScheduledNeverRunOut() {
    Gatewayz client = client();
    for (int i = 0; i < 110; i++) {
      gateway.reply(ErrorReply.rateLimited(Duration.ofSeconds(1)), Reply.text("at last"));
      assertThat(client.complete(HELLO).text()).isEqualTo("at last");
    }
  }

  static Stream<Named<Reply>> lasting() {
    return Stream.of(
        named("400", ErrorReply.envelope(400, "INVALID_PARAMETER_TYPE", "m")),
        named("401", ErrorReply.missingKey()),
        named("402", ErrorReply.insufficientCredits()),
        named("403", ErrorReply.envelope(403, "TRIAL_EXPIRED", "m")),
        named("404", ErrorReply.envelope(404, "MODEL_NOT_FOUND", "m")),
        named("410", ErrorReply.envelope(410, "MODEL_DEPRECATED", "m")),
        named("413", ErrorReply.html(413)),
        named("415", ErrorReply.numbered(415, "t", "m")),
        named("422", ErrorReply.validation("n", "m")),
        named("502 from a provider's 400", ErrorReply.providerFailed("Error code: 400 - bad")),
        named(
            "502 from a full window",
            ErrorReply.providerFailed("This model's maximum context length is 8192 tokens")),
        named("a wait over the cap", ErrorReply.rateLimited(Duration.ofHours(1))),
        named("in-band 402", Reply.json("{\"error\":{\"message\":\"m\",\"code\":402}}")),
        named("no JSON", Reply.json("<html>hello</html>")));
  }

  @ParameterizedTest
  @MethodSource("lasting")
  void whatWillNotPassIsNot(Reply failure) {
    Gatewayz client = client();
    gateway.reply(failure, failure);

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOfSatisfying(
            GatewayzException.class, e -> assertThat(e.attempts()).isEqualTo(1));
    Probe.all(client.stream(HELLO)).awaitFailure(GatewayzException.class);
    assertThat(gateway.counters().requestsOpened()).isEqualTo(2);
  }

  @Test
  void theAttemptsShowInTheException() {
    Gatewayz client = client();
    gateway.reply(
        ErrorReply.capacity(), ErrorReply.html(502), ErrorReply.envelope(500, "X", "the last"));

    InternalServerException e =
        assertThrows(InternalServerException.class, () -> client.complete(HELLO));

    assertThat(e.attempts()).isEqualTo(3);
    assertThat(e.earlierAttempts()).extracting(FailedAttempt::number).containsExactly(1, 2);
    assertThat(e.earlierAttempts().get(0).failure().getMessage()).contains("503");
    assertThat(e.earlierAttempts().get(1).failure().getMessage()).contains("502");
    assertThat(e).hasMessageContaining("attempt 3");
  }

  @Test
  void afterTheFirstPieceNothingIsTriedAgain() {
    Gatewayz client = client();
    gateway.reply(Reply.events("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}"));

    StreamTruncatedException e =
        Probe.all(client.stream(HELLO)).awaitFailure(StreamTruncatedException.class);

    assertThat(e.attempts()).isEqualTo(1);
    assertThat(gateway.counters().requestsOpened()).isEqualTo(1);
  }

  @Test
  void anErrorEventBeforeTheFirstPieceIsTriedAgain() {
    Gatewayz client = client();
    gateway.reply(
        Reply.events("{\"error\":{\"message\":\"busy\",\"code\":503}}"),
        Reply.stream(""),
        Reply.text("fine"));

    assertThat(Probe.all(client.stream(HELLO)).awaitCompletion()).isNotEmpty();
    assertThat(gateway.counters().requestsOpened()).isEqualTo(3);
  }

  @Test
  void anErrorEventAfterTheFirstPieceIsFinal() {
    Gatewayz client = client();
    gateway.reply(
        Reply.events(
            "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}",
            "{\"error\":{\"message\":\"busy\",\"code\":503}}"));

    StreamErrorException e =
        Probe.all(client.stream(HELLO)).awaitFailure(StreamErrorException.class);

    assertThat(e.error()).isInstanceOf(ServiceUnavailableException.class);
    assertThat(gateway.counters().requestsOpened()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void theNumberOfRetriesIsTheUsers(int retries) {
    Gatewayz client = client(builder -> builder.retries(Wire.promptly(retries)));
    gateway.respond(request -> ErrorReply.capacity());

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOfSatisfying(
            GatewayzException.class, e -> assertThat(e.attempts()).isEqualTo(retries + 1));
  }

  @Test
  void aPolicyOfTheUsersOwnIsAsked() {
    Gatewayz client =
        client(
            builder ->
                builder.retries(
                    attempt ->
                        attempt.failure() instanceof ApiException api
                                && api.status() == 404
                                && attempt.number() < 4
                            ? Duration.ofMillis(1)
                            : null));
    gateway.respond(request -> ErrorReply.detail(404, "Not yet"));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOfSatisfying(
            GatewayzException.class, e -> assertThat(e.attempts()).isEqualTo(4));
    CallOptions never = CallOptions.builder().retries(RetryPolicy.NEVER).build();
    assertThatThrownBy(() -> client.complete(HELLO, never))
        .isInstanceOfSatisfying(
            GatewayzException.class, e -> assertThat(e.attempts()).isEqualTo(1));
  }

  @Test
  void aPolicyThatThrowsEndsTheCallAndNothingElse(Logs logs) {
    Gatewayz client =
        client(
            builder ->
                builder.retries(
                    attempt -> {
                      throw new IllegalStateException("a bug of the policy");
                    }));
    gateway.reply(ErrorReply.capacity());

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ServiceUnavailableException.class);
    assertThat(client.complete(HELLO).text()).isNotEmpty();
    assertThat(logs.take(ERROR, "A retry policy threw; the failure is not retried.").thrown())
        .hasMessage("a bug of the policy");
  }

  @Test
  void retriesStopWhenTheyOnlyMakeAnOutageWorse() {
    Gatewayz client = client();
    gateway.respond(request -> ErrorReply.capacity());

    for (int i = 0; i < 200; i++) {
      assertThrows(ServiceUnavailableException.class, () -> client.complete(HELLO));
    }

    // 200 calls with two retries each would be 600 requests.
    assertThat(gateway.counters().requestsOpened()).isLessThanOrEqualTo(300);
  }

  @Test
  void aRefusedStreamIsSentAgainWithoutCountingAsARetry() {
    Gatewayz client = client(builder -> builder.maxRetries(0));
    gateway.reply(Reply.refused(), Reply.text("fine"));

    assertThat(client.complete(HELLO).text()).isEqualTo("fine");
  }

  @Test
  void cancellingEndsTheWaitForARetry() {
    Gatewayz client = client(builder -> builder.retries(attempt -> Duration.ofMinutes(5)));
    gateway.reply(ErrorReply.capacity());
    var future = client.completeAsync(HELLO);
    gateway.takeRequest().awaitEnding();

    future.cancel(true);

    assertThat(future).isCancelled();
    assertThat(gateway.counters().requestsOpened()).isEqualTo(1);
  }

  @Test
  void aWaitThatWouldPassTheDeadlineIsNotBegun() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .retries(attempt -> Duration.ofMinutes(5))
                    .deadlines(Deadlines.DEFAULT.withTotal(Duration.ofMinutes(1))));
    gateway.reply(ErrorReply.capacity());

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ServiceUnavailableException.class);
  }

  private static FailedAttempt attempt(int number, GatewayzException failure) {
    return FailedAttempt.builder().number(number).ofModel(number).failure(failure).build();
  }

  @Test
  void theStandardPolicyWaitsAsItIsTold() {
    RetryPolicy policy = RetryPolicy.standard(2);
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.NEVER));
    gateway.reply(
        ErrorReply.rateLimited(Duration.ofSeconds(7)),
        ErrorReply.capacity().withoutHeader("retry-after").header("retry-after-ms", "250"),
        ErrorReply.html(502),
        ErrorReply.providerFailed("Error code: 401 - no"));

    RateLimitException limit = assertThrows(RateLimitException.class, () -> client.complete(HELLO));
    assertThat(policy.delay(attempt(1, limit))).isEqualTo(Duration.ofSeconds(7));
    assertThat(policy.delay(attempt(3, limit))).isNull();
    ServiceUnavailableException busy =
        assertThrows(ServiceUnavailableException.class, () -> client.complete(HELLO));
    assertThat(policy.delay(attempt(1, busy))).isEqualTo(Duration.ofMillis(250));
    BadGatewayException bad = assertThrows(BadGatewayException.class, () -> client.complete(HELLO));
    assertThat(policy.delay(attempt(1, bad)))
        .isBetween(Duration.ofMillis(375), Duration.ofMillis(500));
    assertThat(policy.delay(attempt(2, bad)))
        .isBetween(Duration.ofMillis(750), Duration.ofSeconds(1));
    BadGatewayException hidden =
        assertThrows(BadGatewayException.class, () -> client.complete(HELLO));
    assertThat(policy.delay(attempt(1, hidden))).isNull();
  }

  @Test
  void aFullWindowIsNeverTriedAgain() {
    Gatewayz client = client();
    gateway.reply(ErrorReply.envelope(400, "CONTEXT_LENGTH_EXCEEDED", "m"));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ContextWindowExceededException.class);
    assertThat(gateway.counters().requestsOpened()).isEqualTo(1);
  }

  @Test
  void aStreamThatFailsBeforeItsSubscriberAsksAgainIsTriedAgain() {
    Gatewayz client = client();
    Gate gate = Gate.closed();
    gateway.reply(ErrorReply.capacity().first(Step.await(gate)), Reply.text("fine"));

    Probe<ChatChunk> probe = Probe.of(client.stream(HELLO)).request(1);
    gate.open();

    probe.awaitItems(1);
    probe.request(Long.MAX_VALUE).awaitCompletion();
  }
}
