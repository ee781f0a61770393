package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Named.named;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.NotFoundException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.usage.UsageRow;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** When one has failed for good another is asked, and it shows who answered. */
class FallbackTest extends Calls {
  private static final CallOptions SECOND =
      CallOptions.builder().fallback(Fallback.model("gatewayz/anthropic/second")).build();

  static Stream<Named<Reply>> another() {
    return Stream.of(
        named("404", ErrorReply.envelope(404, "MODEL_NOT_FOUND", "m")),
        named("410", ErrorReply.envelope(410, "MODEL_DEPRECATED", "m")),
        named("429", ErrorReply.rateLimited(Duration.ZERO)),
        named("500", ErrorReply.envelope(500, "X", "m")),
        named("503", ErrorReply.capacity()),
        named("the provider's 401", ErrorReply.brief(401, "t", "openai authentication error")),
        named("context", ErrorReply.envelope(400, "CONTEXT_LENGTH_EXCEEDED", "m")));
  }

  @ParameterizedTest
  @MethodSource("another")
  void anotherModelIsAsked(Reply failure) {
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.NEVER));
    gateway.reply(failure, Reply.text("from the second"), failure, Reply.text("from the second"));

    Completion<String> answer = client.complete(HELLO, SECOND);
    assertThat(answer.text()).isEqualTo("from the second");
    assertThat(text(Probe.all(client.stream(HELLO, SECOND)))).isEqualTo("from the second");

    assertThat(gateway.requests())
        .extracting(request -> request.model().orElseThrow())
        .containsExactly(
            "openai/gpt-4o-mini", "anthropic/second", "openai/gpt-4o-mini", "anthropic/second");
    assertThat(client.usageTracker().snapshot().rows())
        .extracting(UsageRow::model, UsageRow::calls, UsageRow::attempts)
        .containsExactly(tuple("gatewayz/anthropic/second", 2L, 4L));
  }

  static Stream<Named<Reply>> nobody() {
    return Stream.of(
        named("400", ErrorReply.envelope(400, "X", "m")),
        named("401", ErrorReply.missingKey()),
        named("402", ErrorReply.insufficientCredits()),
        named("403", ErrorReply.envelope(403, "TRIAL_EXPIRED", "m")),
        named("422", ErrorReply.validation("n", "m")));
  }

  @ParameterizedTest
  @MethodSource("nobody")
  void nobodyElseIsAskedWhenItWouldNotHelp(Reply failure) {
    Gatewayz client = client();
    gateway.reply(failure);

    assertThrows(GatewayzException.class, () -> client.complete(HELLO, SECOND));
    assertThat(gateway.counters().requestsOpened()).isEqualTo(1);
    assertThat(client.usageTracker().snapshot().rows())
        .extracting(UsageRow::model)
        .containsExactly("gatewayz/openai/gpt-4o-mini");
  }

  @Test
  void whatIsLeftOfAFailedStreamIsNotReadIntoTheNext() {
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.NEVER));
    Prompt greet = Asking.greeting("Greeter.greet");
    String failed =
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"error\"}]}\n\n"
            + "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"No\"}}]}\n\n"
            + "data: [DONE]\n\n";
    gateway.reply(Reply.stream(failed), Reply.chunks("from", " the", " second"));

    List<String> text =
        Probe.all(Prompts.of(client).text(greet.render().options(SECOND).raw(0))).awaitCompletion();

    assertThat(String.join("", text)).isEqualTo("from the second");
    assertThat(gateway.requests())
        .extracting(request -> request.model().orElseThrow())
        .containsExactly("openai/gpt-4o-mini", "anthropic/second");
  }

  @Test
  void theyAreAskedInOrderEachWithRetriesOfItsOwn() {
    Gatewayz client = client(builder -> builder.retries(Wire.promptly(1)));
    gateway.respond(
        request ->
            request.model().orElseThrow().equals("x/third")
                ? ErrorReply.envelope(404, "MODEL_NOT_FOUND", "The last of all.")
                : ErrorReply.capacity());
    CallOptions options =
        CallOptions.builder()
            .fallback(Fallback.model("gatewayz/x/second"))
            .fallback(Fallback.model("gatewayz/x/third"))
            .build();

    NotFoundException e =
        assertThrows(NotFoundException.class, () -> client.complete(HELLO, options));

    assertThat(gateway.requests())
        .extracting(request -> request.model().orElseThrow())
        .containsExactly(
            "openai/gpt-4o-mini", "openai/gpt-4o-mini", "x/second", "x/second", "x/third");
    assertThat(e.attempts()).isEqualTo(5);
    assertThat(e.model()).isEqualTo("gatewayz/x/third");
    assertThat(e.earlierAttempts())
        .extracting(FailedAttempt::model)
        .containsExactly(
            "gatewayz/openai/gpt-4o-mini",
            "gatewayz/openai/gpt-4o-mini",
            "gatewayz/x/second",
            "gatewayz/x/second");
  }

  @Test
  void aPromptNamesItsOwnAndACallMayNameOthers() {
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.NEVER));
    Prompt prompt =
        Prompt.of(
                "Greeter.greet",
                "0",
                "gatewayz/a/first",
                "",
                "{\"role\":\"user\",\"content\":\"Hello\"}")
            .withFallbacks("gatewayz/b/second");
    gateway.respond(
        request ->
            request.model().orElseThrow().equals("a/first")
                ? ErrorReply.capacity()
                : Reply.text(request.model().orElseThrow()));

    assertThat(Prompts.of(client).call(prompt.render().raw(0), AnswerType.TEXT))
        .isEqualTo("b/second");
    CallOptions third = CallOptions.builder().fallback(Fallback.model("gatewayz/c/third")).build();
    assertThat(Prompts.of(client).call(prompt.render().options(third).raw(0), AnswerType.TEXT))
        .isEqualTo("c/third");
    CallOptions nobody = CallOptions.builder().fallbacks(List.of()).build();
    assertThrows(
        GatewayzException.class,
        () -> Prompts.of(client).call(prompt.render().options(nobody).raw(0), AnswerType.TEXT));
  }

  @Test
  void anotherGatewayIsAskedWhenOneCannotBeReached() {
    String gone;
    try (MockGateway other = MockGateway.start()) {
      gone = other.apiBase();
    }
    Gatewayz client = client(builder -> builder.apiBase(gone).retries(RetryPolicy.NEVER));
    CallOptions options =
        CallOptions.builder().fallback(Fallback.apiBase(gateway.apiBase())).build();
    gateway.reply(Reply.text("from elsewhere"));

    assertThat(client.complete(HELLO, options).text()).isEqualTo("from elsewhere");
  }

  @Test
  void aStreamFallsBackOnlyBeforeItsFirstPiece() {
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.NEVER));
    gateway.reply(Reply.stream(""), Reply.text("from the second"));
    assertThat(text(Probe.all(client.stream(HELLO, SECOND)))).isEqualTo("from the second");

    gateway.reply(Reply.events("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}"));
    Probe.all(client.stream(HELLO, SECOND)).awaitFailure(StreamTruncatedException.class);
    assertThat(gateway.counters().requestsOpened()).isEqualTo(3);
  }

  @Test
  void aLateAnswerIsRacedAndTheLoserReset() {
    Gatewayz client = client();
    CallOptions options = CallOptions.builder().hedgeAfter(Duration.ofMillis(60)).build();
    gateway.reply(Reply.silence(), Reply.text("the quick one"));

    assertThat(client.complete(HELLO, options).text()).isEqualTo("the quick one");

    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.ANSWERED);
    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.calls()).isEqualTo(1);
    assertThat(row.attempts()).isEqualTo(2);
  }

  @Test
  void aLateStreamIsRacedUntilItsFirstPiece() {
    Gatewayz client = client();
    CallOptions options = CallOptions.builder().hedgeAfter(Duration.ofMillis(60)).build();
    gateway.reply(Reply.silence(), Reply.chunks("the ", "quick ", "one"));

    assertThat(text(Probe.all(client.stream(HELLO, options)))).isEqualTo("the quick one");

    assertThat(gateway.takeRequest().awaitEnding().isResetBy(ErrorCode.CANCEL)).isTrue();
    assertThat(client.usageTracker().snapshot().calls()).isEqualTo(1);
  }

  @Test
  void theFirstMayWinTheRaceAfterAll() {
    Gatewayz client = client();
    Gate gate = Gate.closed();
    CallOptions options = CallOptions.builder().hedgeAfter(Duration.ofMillis(60)).build();
    gateway.reply(Reply.text("the first").first(Step.await(gate)), Reply.silence());

    var future = client.completeAsync(HELLO, options);
    gateway.takeRequest();
    var second = gateway.takeRequest();
    gate.open();

    assertThat(future.join().text()).isEqualTo("the first");
    assertThat(second.awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
  }

  @Test
  void ifBothFailTheCallFailsOnce() {
    Gatewayz client = client(builder -> builder.retries(RetryPolicy.NEVER));
    Gate gate = Gate.closed();
    CallOptions options = CallOptions.builder().hedgeAfter(Duration.ofMillis(60)).build();
    gateway.respond(request -> ErrorReply.capacity().first(Step.await(gate)));

    var future = client.completeAsync(HELLO, options);
    gateway.takeRequest();
    gateway.takeRequest();
    gate.open();

    assertThat(future).failsWithin(Duration.ofSeconds(20));
    assertThat(client.usageTracker().snapshot().calls()).isEqualTo(1);
    assertThat(gateway.counters().requestsOpened()).isEqualTo(2);
  }

  @Test
  void cancellingEndsBothRivals() {
    Gatewayz client = client();
    CallOptions options = CallOptions.builder().hedgeAfter(Duration.ofMillis(60)).build();
    gateway.respond(request -> Reply.silence());

    var future = client.completeAsync(HELLO, options);
    var first = gateway.takeRequest();
    var second = gateway.takeRequest();
    future.cancel(true);

    assertThat(List.of(first.awaitEnding().kind(), second.awaitEnding().kind()))
        .containsOnly(Ending.Kind.RESET);
  }

  private static String text(Probe<ChatChunk> probe) {
    return probe.awaitCompletion().stream().map(ChatChunk::text).collect(Collectors.joining());
  }
}
