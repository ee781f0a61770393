package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.error.TooManyCallsException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.UsageRow;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two requests race for one answer, and all that one call has is still one call's. */
class HedgeTest extends Calls {
  private static final Duration DAY = Duration.ofDays(1);
  private static final CallOptions HEDGED =
      CallOptions.builder().hedgeAfter(Duration.ofMillis(60)).build();
  private static final Prompt PROMPT = Asking.greeting("Racer.ask");
  private static final AnswerType<Integer> NUMBER = AnswerType.of(in -> in.int32());

  /** Which of the two requests is answered. */
  enum Winner {
    FIRST,
    SECOND
  }

  private final Gate gate = Gate.closed();

  /** The next two requests race, and the winner gets that answer. */
  private void race(Winner winner, Reply answer) {
    if (winner == Winner.FIRST) {
      gateway.reply(answer.first(Step.await(gate)), Reply.silence());
    } else {
      gateway.reply(Reply.silence(), answer);
    }
  }

  /** Both requests are there; the first may be answered if it is to win. */
  private void bothAreSent() {
    gateway.takeRequest();
    gateway.takeRequest();
    gate.open();
  }

  private <T> T raced(CompletableFuture<T> call) {
    bothAreSent();
    return call.join();
  }

  @ParameterizedTest
  @EnumSource
  void tokensOfTheWinnerCount(Winner winner) {
    Gatewayz client = client(builder -> builder.budget(Budget.tokens("tokens", 1_000, DAY)));
    race(winner, Reply.text("a").usage(400, 700));

    raced(client.completeAsync(HELLO, HEDGED));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
  }

  @ParameterizedTest
  @EnumSource
  void moneyOfTheWinnerCounts(Winner winner) {
    Gatewayz client = client(builder -> builder.budget(Budget.cost("money", "1.00", DAY)));
    race(
        winner,
        Reply.json(
            """
            {"choices":[{"index":0,"finish_reason":"stop",
                         "message":{"role":"assistant","content":"a"}}],
             "gateway_usage":{"cost_usd":1.10}}"""));

    raced(client.completeAsync(HELLO, HEDGED));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
  }

  @ParameterizedTest
  @EnumSource
  void itIsOneCallOfABudgetOfCalls(Winner winner) {
    Gatewayz client = client(builder -> builder.budget(Budget.calls("calls", 2, DAY)));
    race(winner, Reply.text("a"));

    raced(client.completeAsync(HELLO, HEDGED));
    client.complete(HELLO);

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
  }

  @ParameterizedTest
  @EnumSource
  void theCallHoldsItsPlaceUntilItsEnd(Winner winner) {
    Gatewayz client = client(builder -> builder.maxConcurrentCalls(1, 0));
    Gate rest = Gate.closed();
    race(winner, Reply.chunks("a", "b", "c").after(1, Step.await(rest)));

    Probe<ChatChunk> stream = Probe.all(client.stream(HELLO, HEDGED));
    bothAreSent();
    stream.awaitItems(1);
    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(TooManyCallsException.class);
    rest.open();
    stream.awaitCompletion();

    assertThat(client.complete(HELLO).choices()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void toolsOfTheWinnerRunOnceAndTheCallGoesOn(Winner winner) {
    Gatewayz client =
        client(
            builder ->
                builder.maxConcurrentCalls(1, 0).budget(Budget.tokens("tokens", 1_000, DAY)));
    Queue<String> run = new ConcurrentLinkedQueue<>();
    Tools tools = Tools.of((tool, in) -> skipping(in, () -> run.add(tool)), "look");
    race(winner, Reply.toolCalls(new FunctionCall("look", "{}")).usage(400, 100));
    gateway.reply(Reply.text("seen").usage(400, 100));

    Rendering ask = PROMPT.render().raw(0).tools(tools, 3).options(HEDGED);
    String answer = raced(Prompts.of(client).callAsync(ask, AnswerType.TEXT));

    assertThat(answer).isEqualTo("seen");
    assertThat(run).containsExactly("look");
    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
    UsageRow row =
        client.usageTracker().snapshot().rows().stream()
            .filter(one -> one.promptId().equals("Racer.ask"))
            .findAny()
            .orElseThrow();
    assertThat(row.calls()).isEqualTo(1);
    assertThat(row.attempts()).isEqualTo(3);
    assertThat(row.totalTokens()).isEqualTo(1_000);
  }

  private static Tools.Invocation skipping(JsonIn in, Callable<Object> tool) {
    in.skip();
    return tool::call;
  }

  @ParameterizedTest
  @EnumSource
  void aBudgetThatIsUsedUpEndsTheCallAfterTheToolsOfTheWinner(Winner winner) {
    Gatewayz client = client(builder -> builder.budget(Budget.tokens("tokens", 400, DAY)));
    Tools tools = Tools.of((tool, in) -> skipping(in, () -> "ok"), "look");
    race(winner, Reply.toolCalls(new FunctionCall("look", "{}")).usage(400, 100));

    Rendering ask = PROMPT.render().raw(0).tools(tools, 3).options(HEDGED);
    CompletableFuture<String> call = Prompts.of(client).callAsync(ask, AnswerType.TEXT);
    bothAreSent();

    assertThat(call)
        .failsWithin(Asking.PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(BudgetExceededException.class);
  }

  @ParameterizedTest
  @EnumSource
  void theAnswerOfTheWinnerIsCorrected(Winner winner) {
    Queue<CallEvent> events = new ConcurrentLinkedQueue<>();
    Gatewayz client = client(builder -> builder.listener(events::add));
    race(winner, Reply.text("seven").usage(10, 5));
    gateway.reply(Reply.text("7").usage(10, 5));

    Rendering ask = PROMPT.render().raw(0).repair(1).options(HEDGED);
    assertThat(raced(Prompts.of(client).callAsync(ask, NUMBER))).isEqualTo(7);

    UsageRow row = client.usageTracker().snapshot().rows().get(0);
    assertThat(row.attempts()).isEqualTo(3);
    assertThat(row.totalTokens()).isEqualTo(30);
    assertThat(events.stream().filter(CallEvent.Finished.class::isInstance)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatDoesNotFitEndsTheCallOnce(Winner winner) {
    Queue<CallEvent> events = new ConcurrentLinkedQueue<>();
    Gatewayz client = client(builder -> builder.listener(events::add));
    race(winner, Reply.text("seven"));

    Rendering ask = PROMPT.render().raw(0).options(HEDGED);
    CompletableFuture<Integer> call = Prompts.of(client).callAsync(ask, NUMBER);
    bothAreSent();

    assertThat(call).failsWithin(Asking.PATIENCE);
    assertThat(events.stream().filter(CallEvent.Finished.class::isInstance)).hasSize(1);
    assertThat(client.usageTracker().snapshot().calls()).isEqualTo(1);
  }

  @Test
  void whenTheFirstFailsTheSecondGoesOnInItsPlace() {
    Gatewayz client =
        client(builder -> builder.maxConcurrentCalls(1, 0).retries(RetryPolicy.NEVER));
    Gate second = Gate.closed();
    gateway.reply(
        ErrorReply.capacity().first(Step.await(gate)),
        Reply.text("the second").first(Step.await(second)));

    CompletableFuture<Completion<String>> call = client.completeAsync(HELLO, HEDGED);
    var first = gateway.takeRequest();
    gateway.takeRequest();
    gate.open();
    first.awaitEnding();
    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(TooManyCallsException.class);
    second.open();

    assertThat(call.join().text()).isEqualTo("the second");
    assertThat(client.usageTracker().snapshot().rows().get(0).attempts()).isEqualTo(2);
  }

  @Test
  void whenBothFailTheCallIsRetriedLikeAnyOther() {
    Gatewayz client = client();
    gateway.reply(
        ErrorReply.capacity().first(Step.await(gate)),
        ErrorReply.capacity().first(Step.await(gate)),
        Reply.text("third time lucky"));

    CompletableFuture<Completion<String>> call = client.completeAsync(HELLO, HEDGED);

    assertThat(raced(call).text()).isEqualTo("third time lucky");
  }

  @Test
  void cancellingWhileBothAreSilentEndsBoth() {
    Gatewayz client = client(builder -> builder.maxConcurrentCalls(1, 0));
    gateway.reply(Reply.silence(), Reply.silence());

    CompletableFuture<Completion<String>> call = client.completeAsync(HELLO, HEDGED);
    var first = gateway.takeRequest();
    var second = gateway.takeRequest();
    call.cancel(true);

    assertThat(List.of(first.awaitEnding().kind(), second.awaitEnding().kind()))
        .containsOnly(Ending.Kind.RESET);
    assertThat(client.complete(HELLO).choices()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void cancellingTheStreamOfTheWinnerGivesThePlaceBack(Winner winner) {
    Gatewayz client = client(builder -> builder.maxConcurrentCalls(1, 0));
    race(winner, Reply.chunks("a", "b").after(1, Step.stall()));

    Probe<ChatChunk> stream = Probe.all(client.stream(HELLO, HEDGED));
    bothAreSent();
    stream.awaitItems(1);
    stream.cancel();
    gateway.awaitCounters(counters -> counters.requestsOpen() == 0);

    assertThat(client.complete(HELLO).choices()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void cancellingWhileToolsOfTheWinnerRunStopsThem(Winner winner) throws InterruptedException {
    Gatewayz client = client(builder -> builder.maxConcurrentCalls(1, 0));
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Tools tools =
        Tools.of(
            (tool, in) ->
                skipping(
                    in,
                    () -> {
                      begun.countDown();
                      try {
                        new CountDownLatch(1).await();
                      } catch (InterruptedException e) {
                        interrupted.countDown();
                      }
                      return "never";
                    }),
            "look");
    race(winner, Reply.toolCalls(new FunctionCall("look", "{}")));

    Rendering ask = PROMPT.render().raw(0).tools(tools, 3).options(HEDGED);
    CompletableFuture<String> call = Prompts.of(client).callAsync(ask, AnswerType.TEXT);
    bothAreSent();
    begun.await();
    call.cancel(true);

    interrupted.await();
    assertThat(client.complete(HELLO).choices()).isNotEmpty();
  }

  @Test
  void aPausedSubscriberOfTheSecondIsNotLate() {
    Gatewayz client = client();
    CallOptions options =
        CallOptions.builder()
            .hedgeAfter(Duration.ofMillis(60))
            .deadlines(Deadlines.DEFAULT.withIdle(Duration.ofMillis(300)))
            .build();
    Gate rest = Gate.closed();
    race(Winner.SECOND, Reply.chunks("a", "b", "c").after(1, Step.await(rest)));

    Probe<ChatChunk> stream = Probe.of(client.stream(HELLO, options)).request(1);
    bothAreSent();
    stream.awaitItems(1);
    // Longer than the deadline, as another call sees it.
    gateway.reply(Reply.text("a").delay(Duration.ofMillis(700)));
    client.complete(HELLO);
    rest.open();

    stream.request(Long.MAX_VALUE);
    assertThat(stream.awaitCompletion()).hasSizeGreaterThan(2);
  }

  @Test
  void anAnswerThatIsArrivingIsNotRaced() {
    Gatewayz client = client();
    gateway.reply(Reply.text("slow but there").split(20).afterBytes(40, Step.await(gate)));

    CompletableFuture<Completion<String>> call = client.completeAsync(HELLO, HEDGED);
    gateway.takeRequest();
    // Another call of the same loops lasts longer than the wait of the hedge.
    gateway.reply(Reply.text("b").delay(Duration.ofMillis(300)));
    client.complete(HELLO);
    gate.open();

    assertThat(call.join().text()).isEqualTo("slow but there");
    assertThat(gateway.counters().requestsOpened()).isEqualTo(2);
  }
}
