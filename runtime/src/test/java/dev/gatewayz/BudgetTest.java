package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.Price;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A budget that is used up refuses calls before they are sent. */
class BudgetTest extends Calls {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void callsAreRefusedWhenTheyAreUsedUp() {
    Gatewayz client = client(builder -> builder.budget(Budget.calls("trial", 2, DAY)));

    client.complete(HELLO);
    Probe.all(client.stream(HELLO)).awaitCompletion();

    BudgetExceededException e =
        assertThrows(BudgetExceededException.class, () -> client.complete(HELLO));
    assertThat(e.budget()).isEqualTo("trial");
    assertThat(e).hasMessageContaining("nothing was sent").hasMessageContaining("trial");
    Probe.all(client.stream(HELLO)).awaitFailure(BudgetExceededException.class);
    assertThat(gateway.counters().requestsOpened()).isEqualTo(2);
  }

  @Test
  void tokensAreThoseTheServerReports() {
    Gatewayz client = client(builder -> builder.budget(Budget.tokens("tokens", 1_000, DAY)));
    gateway.reply(Reply.text("a").usage(400, 500), Reply.text("b").usage(90, 20));

    client.complete(HELLO);
    client.complete(HELLO);

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
  }

  @Test
  void tokensThatTheServerDoesNotReportAreGuessed() {
    Gatewayz client = client(builder -> builder.budget(Budget.tokens("tokens", 1_000, DAY)));
    String answer = "word".repeat(100);
    gateway.respond(
        request ->
            request.isStream() ? Reply.chunks(answer).noUsage() : Reply.text(answer).noUsage());

    for (int i = 0; i < 5; i++) {
      client.complete(HELLO);
      Probe.all(client.stream(HELLO)).awaitEnd();
    }

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
  }

  @Test
  void anAnswerWithoutAWordIsNotFree() {
    Gatewayz client = client(builder -> builder.budget(Budget.tokens("tokens", 20, DAY)));
    gateway.respond(request -> Reply.text("").noUsage());

    for (int i = 0; i < 20 && client.budgets().get(0).remaining().signum() > 0; i++) {
      client.complete(HELLO);
    }

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
  }

  @Test
  void moneyThatNobodyReportsIsGuessedByThePriceTable() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .budget(Budget.cost("money", "150", DAY))
                    .price("gatewayz/openai/gpt-4o-mini", Price.of("0", "1000000")));
    gateway.respond(request -> Reply.chunks("word".repeat(100)).noUsage());

    Probe.all(client.stream(HELLO)).awaitCompletion();
    Probe.all(client.stream(HELLO)).awaitCompletion();

    assertThat(client.budgets().get(0).used()).isEqualByComparingTo("200");
    Probe.all(client.stream(HELLO)).awaitFailure(BudgetExceededException.class);
  }

  @Test
  void moneyIsCountedHoweverTheAnswerIsTaken() {
    Gatewayz client = client(builder -> builder.budget(Budget.cost("money", "1", DAY)));
    gateway.respond(
        request ->
            Reply.events(
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}],"
                    + "\"gateway_usage\":{\"cost_usd\":0.6}}",
                "[DONE]"));

    Probe.all(client.stream(HELLO)).awaitCompletion();
    Probe.all(client.stream(HELLO)).awaitCompletion();

    Probe.all(client.stream(HELLO)).awaitFailure(BudgetExceededException.class);
  }

  @Test
  void theSmallestCostsAddUpAndNoneGivesAnythingBack(Logs logs) {
    Gatewayz client = client(builder -> builder.budget(Budget.cost("money", "0.000000001", DAY)));
    gateway.reply(costing("-5"), costing("1e-99999999"));
    client.complete(HELLO);
    client.complete(HELLO);
    logs.take(WARNING, "nobody knows what a call to gatewayz/openai/gpt-4o-mini cost");
    gateway.respond(request -> costing("0.00000000000075"));
    for (int i = 0; i < 10; i++) {
      client.complete(HELLO);
    }

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
  }

  private static Reply costing(String dollars) {
    return Reply.json(
        """
        {"choices":[{"index":0,"finish_reason":"stop",
                     "message":{"role":"assistant","content":"a"}}],
         "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2},
         "gateway_usage":{"cost_usd":%s}}"""
            .formatted(dollars));
  }

  @Test
  void moneyIsCountedByThePriceTableWhereTheGatewayIsSilent() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .budget(Budget.cost("money", "1.50", DAY))
                    .price("gatewayz/openai/gpt-4o-mini", Price.of("1", "2")));
    gateway.respond(
        request ->
            Reply.json(
                """
                {"choices":[{"index":0,"finish_reason":"stop",
                             "message":{"role":"assistant","content":"a"}}],
                 "usage":{"prompt_tokens":500000,"completion_tokens":250000,
                          "total_tokens":750000}}"""));

    client.complete(HELLO);
    client.complete(HELLO);

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
  }

  @Test
  void aBudgetOfZeroAllowsNothing() {
    for (Budget budget :
        List.of(
            Budget.calls("none", 0, DAY),
            Budget.tokens("none", 0, DAY),
            Budget.cost("none", "0", DAY))) {
      try (Gatewayz client = client(builder -> builder.budget(budget))) {
        assertThatThrownBy(() -> client.complete(HELLO))
            .isInstanceOf(BudgetExceededException.class);
      }
    }
    assertThat(gateway.counters().requestsOpened()).isZero();
  }

  @Test
  void aBudgetOfOnePromptLeavesTheOthersAlone() {
    Gatewayz client =
        client(builder -> builder.budget(Budget.calls("one", 1, DAY).forPrompt("Greeter.greet")));
    Prompt greet = Asking.greeting("Greeter.greet");
    Prompt other = Asking.greeting("Greeter.other");

    Prompts.of(client).call(greet.render().raw(0), AnswerType.TEXT);
    Prompts.of(client).call(other.render().raw(0), AnswerType.TEXT);
    Prompts.of(client).call(other.render().raw(0), AnswerType.TEXT);
    client.complete(HELLO);

    assertThatThrownBy(() -> Prompts.of(client).call(greet.render().raw(0), AnswerType.TEXT))
        .isInstanceOf(BudgetExceededException.class)
        .hasMessageStartingWith("Greeter.greet: ");
  }

  @Test
  void aBudgetOfOneTagLeavesTheOthersAlone() {
    Gatewayz client =
        client(builder -> builder.budget(Budget.calls("acme", 1, DAY).forTag("tenant", "acme")));
    CallOptions acme = CallOptions.builder().tag("tenant", "acme").build();
    CallOptions other = CallOptions.builder().tag("tenant", "other").build();

    client.complete(HELLO, acme);
    client.complete(HELLO, other);
    client.complete(HELLO, other);
    client.complete(HELLO);

    assertThatThrownBy(() -> client.complete(HELLO, acme))
        .isInstanceOf(BudgetExceededException.class);
  }

  @Test
  void whatWasReservedComesBackWhenACallIsNotMadeOrRefusedByAnotherBudget() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .budget(Budget.calls("large", 3, DAY))
                    .budget(Budget.calls("small", 1, DAY).forTag("tenant", "acme")));
    CallOptions acme = CallOptions.builder().tag("tenant", "acme").build();

    client.complete(HELLO, acme);
    for (int i = 0; i < 10; i++) {
      assertThrows(BudgetExceededException.class, () -> client.complete(HELLO, acme));
    }
    client.complete(HELLO);
    client.complete(HELLO);

    assertThatThrownBy(() -> client.complete(HELLO)).hasMessageContaining("large");
  }

  @Test
  void aFailedCallUsesTheTokensItTook() {
    Gatewayz client = client(builder -> builder.budget(Budget.tokens("tokens", 10, DAY)));
    gateway.respond(request -> ErrorReply.missingKey());

    // Nothing was used, so nothing is ever used up.
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> client.complete(HELLO))
          .isNotInstanceOf(BudgetExceededException.class);
    }
  }

  @Test
  void aNewWindowBeginsFromZero() {
    Duration window = Duration.ofMillis(300);
    Gatewayz client = client(builder -> builder.budget(Budget.calls("short", 1, window)));

    client.complete(HELLO);
    int made = 1;
    while (made < 3) {
      try {
        client.complete(HELLO);
        made++;
      } catch (BudgetExceededException e) {
        Thread.onSpinWait();
      }
    }

    assertThat(gateway.counters().requestsOpened()).isEqualTo(3);
  }

  @Test
  void underLoadTheLimitOfCallsIsExact() {
    Gatewayz client = client(builder -> builder.budget(Budget.calls("load", 500, DAY)));
    AtomicInteger refused = new AtomicInteger();
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      calls.add(
          client
              .completeAsync(HELLO)
              .handle(
                  (answer, failure) ->
                      failure instanceof BudgetExceededException ? refused.incrementAndGet() : 0));
    }
    calls.forEach(CompletableFuture::join);

    assertThat(refused).hasValue(1_500);
    assertThat(gateway.counters().requestsOpened()).isEqualTo(500);
  }

  @Test
  void underLoadTokensAreExceededByWhatIsUnderWayAndNoMore() {
    int atOnce = 16;
    Gatewayz client =
        client(
            builder ->
                builder
                    .maxConcurrentCalls(atOnce, 10_000)
                    .budget(Budget.tokens("load", 10_000, DAY)));
    gateway.respond(request -> Reply.text("a").usage(50, 50));
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      calls.add(client.completeAsync(HELLO).handle((answer, failure) -> null));
    }
    calls.forEach(CompletableFuture::join);

    long used = client.usageTracker().snapshot().totalTokens();
    assertThat(used).isBetween(10_000L - atOnce * 100L, 10_000L + atOnce * 100L);
    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(BudgetExceededException.class);
  }
}
