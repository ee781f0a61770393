package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.FinishReason;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.GatewayTimeoutException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.InsufficientCreditsException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.StreamErrorException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.error.UnprocessableRequestException;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.SharedCalls;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.GatewayzReply;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.StreamError;
import dev.gatewayz.testkit.log.Logs;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the client makes of what Gatewayz is known to answer. */
class GatewayzAnswersTest extends SharedCalls {
  private static final FunctionCall WEATHER = new FunctionCall("weather", "{\"city\":\"Rome\"}");

  @Test
  void theUsualStreamIsItsTextAndItsUsage() {
    Completion<String> completion = streamed(Reply.text("to be or not").usage(9, 2));

    assertThat(completion.value()).isEqualTo("to be or not");
    assertThat(completion.usage()).isNotNull();
    assertThat(completion.usage().totalTokens()).isEqualTo(11);
    assertThat(completion.headers()).containsEntry("x-provider", "unified");
  }

  @Test
  void theLastUsageOfAStreamCountsWhereverItStands() {
    Reply text = Reply.text("to be").usage(9, 2);
    for (Reply reply :
        List.of(text.usageOnEveryChunk(), text.usageInOwnChunk(), text.usageInChoice())) {
      Usage usage = streamed(reply).usage();

      assertThat(usage).isNotNull();
      assertThat(usage.promptTokens()).isEqualTo(9);
      assertThat(usage.completionTokens()).isEqualTo(2);
    }
    assertThat(streamed(text.noUsage()).usage()).isNull();
  }

  @Test
  void anErrorOfTheGatewayInAStreamHasItsStatus() {
    assertThat(failed(Reply.failure(StreamError.insufficientCredits())))
        .isInstanceOf(InsufficientCreditsException.class);
    assertThat(failed(Reply.failure(StreamError.circuitOpen(Duration.ofSeconds(30)))))
        .isInstanceOf(ServiceUnavailableException.class);
  }

  @Test
  void aRateLimitOfAProviderInAStreamIsOne() {
    assertThat(failed(Reply.failure(StreamError.provider(429, "Slow down."))))
        .isInstanceOf(RateLimitException.class)
        .hasMessageContaining("Slow down.");
  }

  @Test
  void whatAProviderSaysInAStreamIsShown() {
    for (StreamError error :
        List.of(
            StreamError.httpx(529, "Overloaded"),
            StreamError.vertex(503, "Try later"),
            StreamError.vertexWithoutCandidates(),
            StreamError.anthropic("overloaded_error", "Overloaded"),
            StreamError.toolCallsUnread(),
            StreamError.ofMessage("Connection error."))) {
      assertThat(failed(Reply.failure(error)))
          .isInstanceOf(ApiException.class)
          .hasMessageContaining(error.message().lines().findFirst().orElseThrow());
    }
  }

  @Test
  void anErrorInTheMiddleOfAStreamKeepsTheTextBefore() {
    Reply cut =
        Reply.chunks("Half", " an")
            .noFinishReason()
            .thenFailure(StreamError.anthropic("overloaded_error", "Overloaded"));

    assertThat(failed(cut))
        .isInstanceOfSatisfying(
            StreamErrorException.class, e -> assertThat(e.partial().text()).isEqualTo("Half an"));
  }

  @Test
  void aStreamThatIsDoneForNoReasonIsTruncated() {
    assertThat(failed(GatewayzReply.givenUp("Half an")))
        .isInstanceOfSatisfying(
            StreamTruncatedException.class,
            e -> assertThat(e.partial().text()).isEqualTo("Half an"));
  }

  @Test
  void aStreamThatFinishedNeedsNotBeDone() {
    assertThat(streamed(Reply.text("whole").noDone()).value()).isEqualTo("whole");
  }

  @Test
  void anErrorBehindTheEndOfAStreamIsOnlyLogged(Logs logs) {
    assertThat(streamed(GatewayzReply.billingFailed("whole")).value()).isEqualTo("whole");

    logs.take(System.Logger.Level.WARNING, "Daily usage limit exceeded.");
  }

  @Test
  void oddFramesSplitAnywhereAreReadAsTheFormatSays() {
    String text = "a😀b\u2028c\u0085d";
    for (int bytes : new int[] {1, 2, 3, 7, 1_000}) {
      assertThat(streamed(Reply.text(text).oddlyFramed().split(bytes)).value()).isEqualTo(text);
    }
  }

  @Test
  void toolCallsAreToldApartByTheirIds() {
    for (Reply reply :
        List.of(
            Reply.toolCalls(WEATHER, WEATHER),
            Reply.toolCalls(WEATHER, WEATHER).toolCallsAtIndex0(),
            Reply.toolCalls(WEATHER, WEATHER).toolCallsWithoutIndex())) {
      List<ToolCall> calls = streamed(reply).choices().get(0).message().toolCalls();

      assertThat(calls).extracting(ToolCall::arguments).containsOnly("{\"city\":\"Rome\"}");
      assertThat(calls).extracting(ToolCall::id).containsExactly("call_0", "call_1");
    }
  }

  @Test
  void reasoningIsReadFromEitherMember() {
    Reply reply = Reply.text("so").reasoning("hm ", "well");

    assertThat(streamed(reply).reasoning()).isEqualTo("hm well");
    assertThat(streamed(reply.reasoningIn("reasoning")).reasoning()).isEqualTo("hm well");
    assertThat(whole(reply.reasoningIn("reasoning")).reasoning()).isEqualTo("hm well");
  }

  @Test
  void aPageIsNoAnswer() {
    gateway.reply(ErrorReply.html(502), ErrorReply.html(200));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BadGatewayException.class);
    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(ProtocolException.class);
  }

  @Test
  void capacityAndTheLimitOfAProviderSayWhenToComeBack() {
    gateway.reply(ErrorReply.capacity(), ErrorReply.rateLimitedUpstream("7"));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOfSatisfying(
            ServiceUnavailableException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(5)));
    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOfSatisfying(
            RateLimitException.class,
            e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7)));
  }

  @Test
  void aPromptThatIsTooLongIsFoundIn502() {
    gateway.reply(ErrorReply.contextTooLong());

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ContextWindowExceededException.class);
  }

  @Test
  void aProviderThatWasTooSlowIsATimeOut() {
    gateway.reply(ErrorReply.providerTimedOut());

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(GatewayTimeoutException.class)
        .hasMessageContaining("Request timed out.");
  }

  @Test
  void aSpentBudgetAtAProviderIsServiceUnavailable() {
    gateway.reply(ErrorReply.providerBudgetSpent());

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ServiceUnavailableException.class)
        .hasMessageContaining("capacity limit on our side");
  }

  @Test
  void blankContentIsRefusedWithThePlace() {
    gateway.reply(ErrorReply.validation("messages", "Content must not be blank"));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(UnprocessableRequestException.class)
        .hasMessageContaining("messages");
  }

  @Test
  void aModelAtGoogleStreamsOneChunkWithoutUsage() {
    Completion<String> completion = streamed(GatewayzReply.vertexText("all of it at once"));

    assertThat(completion.value()).isEqualTo("all of it at once");
    assertThat(completion.usage()).isNull();
  }

  @Test
  void toolCallsOfAModelAtGoogleAreKeptThoughTheirIdsAreEqual() {
    Completion<String> completion = whole(GatewayzReply.vertexToolCalls(WEATHER, WEATHER));

    assertThat(completion.choices().get(0).message().toolCalls()).hasSize(2);
    assertThat(completion.finishReason()).isEqualTo(FinishReason.STOP);
  }

  @Test
  void anAnswerMayCallItselfAnything() {
    assertThat(whole(Reply.text("x").object("text_completion")).value()).isEqualTo("x");
    assertThat(streamed(Reply.text("x").object("text_completion")).value()).isEqualTo("x");
  }

  @Test
  void anAnswerMayBeEmpty() {
    assertThat(whole(Reply.text("")).value()).isEmpty();
    assertThat(streamed(Reply.text("")).value()).isEmpty();
  }

  @Test
  void aCatalogueMayNameAModelTwiceWithoutAPrice() {
    gateway.reply(GatewayzReply.unpricedModels("a/b", "a/b"));

    assertThat(client.models()).isNotEmpty().allMatch(model -> model.name().equals("gatewayz/a/b"));
  }

  @Test
  void anAdministratorsLimitsAreRead() {
    Completion<String> completion = whole(GatewayzReply.toAdministrator(Reply.text("x")));

    assertThat(completion.rateLimits().remainingRequests()).isEqualTo(2_147_483_647L);
  }

  @Test
  void keepAlivesAreNoSignOfLife() {
    CallOptions options =
        CallOptions.builder()
            .deadlines(Deadlines.DEFAULT.withFirstToken(Duration.ofMillis(300)))
            .build();
    gateway.reply(Reply.keepAlives(Duration.ofMillis(20)));

    assertThat(Probe.all(client.with(options).stream(HELLO)).awaitEnd())
        .isInstanceOf(GatewayzException.class)
        .hasMessageContaining("FIRST_TOKEN");
  }

  @Test
  void aStreamThatStaysOpenBehindDoneIsOver() {
    assertThat(streamed(Reply.text("whole").last(Step.stall())).value()).isEqualTo("whole");
  }

  @Test
  void aStreamThatBreaksBeforeItsFirstEventFails() {
    Reply broken = Reply.stream("").last(Step.reset(ErrorCode.INTERNAL_ERROR));

    assertThat(failed(broken)).isInstanceOf(GatewayzException.class);
  }

  @Test
  void toolCallsThatTheGatewayCannotReadAreItsDefect() {
    gateway.reply(ErrorReply.toolCallsUnread());

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(InternalServerException.class);
  }

  private static Completion<String> whole(Reply reply) {
    gateway.reply(reply);
    return client.complete(HELLO);
  }

  private static Completion<String> streamed(Reply reply) {
    gateway.reply(reply);
    StringBuffer text = new StringBuffer();
    Completion<String> completion =
        client.stream(HELLO).forEach(chunk -> text.append(chunk.text())).join();
    assertThat(text).hasToString(completion.text());
    return completion;
  }

  private static Throwable failed(Reply reply) {
    gateway.reply(reply);
    return Probe.all(client.stream(HELLO)).awaitEnd();
  }
}
