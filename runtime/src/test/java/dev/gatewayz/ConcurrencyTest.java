package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.batch.Prompts;
import dev.gatewayz.batch.RowResult;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.PoolState;
import dev.gatewayz.support.Calls;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** As many requests at once as the gateway takes, and none lost to its limits. */
class ConcurrencyTest extends Calls {
  private static final Reply TOO_MANY =
      ErrorReply.envelope(429, "CONCURRENT_REQUEST_LIMIT", "Too many concurrent requests");

  private final Queue<CallEvent> events = new ConcurrentLinkedQueue<>();

  /** The gateway takes so many at once, and answers 429 to others. */
  private AtomicInteger takeAtOnce(int most) {
    Semaphore places = new Semaphore(most);
    AtomicInteger refused = new AtomicInteger();
    gateway.respond(
        request -> {
          if (!places.tryAcquire()) {
            refused.incrementAndGet();
            return TOO_MANY;
          }
          return Reply.text("yes")
              .first(Step.pause(Duration.ofMillis(5)))
              .last(Step.run(places::release));
        });
    return refused;
  }

  @Test
  void ofFiveHundredRowsAtAGatewayThatTakesEightNoneIsLost() {
    AtomicInteger refused = takeAtOnce(8);
    Gatewayz client =
        client(
            builder ->
                builder
                    .maxRetries(0)
                    .concurrency(Concurrency.adaptive(4, 512))
                    .listener(events::add));
    List<RowResult<Integer, Completion<String>>> rows = new ArrayList<>();
    Prompts.mapAsync(IntStream.range(0, 500).boxed(), row -> client.completeAsync(HELLO))
        .inFlight(64)
        .forEach(rows::add)
        .join();

    assertThat(rows).hasSize(500).allMatch(RowResult::isAnswered);
    assertThat(refused.get()).as("turned away").isPositive();
    assertThat(events.stream().filter(CallEvent.Requeued.class::isInstance)).hasSize(refused.get());
    assertThat(events.stream().filter(CallEvent.Retried.class::isInstance)).isEmpty();
    assertThat(rows.stream().mapToInt(row -> row.value().attempts()).sum())
        .isEqualTo(500 + refused.get());
  }

  @Test
  void withoutItTheSameRowsAreLost() {
    takeAtOnce(8);
    Gatewayz client = client(builder -> builder.maxRetries(0));
    List<CompletableFuture<Completion<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      calls.add(client.completeAsync(HELLO));
    }
    assertThat(calls)
        .anySatisfy(
            call -> assertThatThrownBy(call::join).hasCauseInstanceOf(RateLimitException.class));
  }

  @Test
  void whatIsRefusedIsAnAttemptAndNoRetry() {
    Gatewayz client = client(builder -> builder.maxRetries(0).concurrency(Concurrency.fixed(4)));
    gateway.reply(TOO_MANY, TOO_MANY, TOO_MANY, Reply.text("at last"));

    Completion<String> answer = client.complete(HELLO);

    assertThat(answer.value()).isEqualTo("at last");
    assertThat(answer.attempts()).isEqualTo(4);
  }

  @Test
  void theDeadlineOfTheCallEndsItsWait() {
    Deadlines brief = Deadlines.DEFAULT.withTotal(Duration.ofMillis(200));
    Gatewayz client = client(builder -> builder.deadlines(brief).concurrency(Concurrency.fixed(4)));
    gateway.respond(request -> TOO_MANY);

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOfSatisfying(
            GatewayzException.class,
            failure ->
                assertThat(failure.earlierAttempts())
                    .isNotEmpty()
                    .allSatisfy(
                        attempt ->
                            assertThat(attempt.failure()).isInstanceOf(RateLimitException.class)));
  }

  @Test
  void thoseWhoWaitAreSeenAndMayLeave() {
    Gatewayz client = client(builder -> builder.concurrency(Concurrency.fixed(1)));
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("a").first(Step.await(gate)), Reply.text("b"));
    var first = client.completeAsync(HELLO);
    gateway.takeRequest();
    var second = client.completeAsync(HELLO);
    var third = client.completeAsync(HELLO);
    PoolState pool = client.pools().get(0);
    while (pool.waitingForLimit() < 2) {
      pool = client.pools().get(0);
    }
    assertThat(pool.concurrencyLimit()).isEqualTo(1);

    second.cancel(true);
    gate.open();

    assertThat(first.join().text()).isEqualTo("a");
    assertThat(third.join().text()).isEqualTo("b");
    assertThat(gateway.counters().requestsOpened()).isEqualTo(2);
  }

  @Test
  void aTenantWithOneCallDoesNotWaitForOneWithMany() {
    Gatewayz client = client(builder -> builder.concurrency(Concurrency.fixed(1).fairBy("tenant")));
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("first").first(Step.await(gate)));
    Queue<String> order = new ConcurrentLinkedQueue<>();
    List<CompletableFuture<?>> calls = new ArrayList<>();
    CallOptions large = CallOptions.builder().tag("tenant", "large").build();
    calls.add(client.completeAsync(HELLO, large));
    gateway.takeRequest();
    for (int i = 0; i < 20; i++) {
      calls.add(client.completeAsync(HELLO, large).thenRun(() -> order.add("large")));
    }
    awaitWaiting(client, 20);
    CallOptions small = CallOptions.builder().tag("tenant", "small").build();
    calls.add(client.completeAsync(HELLO, small).thenRun(() -> order.add("small")));
    awaitWaiting(client, 21);

    gate.open();
    calls.forEach(CompletableFuture::join);

    assertThat(new ArrayList<>(order).indexOf("small")).isLessThan(3);
  }

  private static void awaitWaiting(Gatewayz client, int calls) {
    while (client.pools().get(0).waitingForLimit() < calls) {
      Thread.onSpinWait();
    }
  }

  @Test
  void closingEndsThoseWhoWait() {
    Gatewayz client =
        client(builder -> builder.concurrency(Concurrency.fixed(1)).closeGrace(Duration.ZERO));
    gateway.respond(request -> Reply.silence());
    var first = client.completeAsync(HELLO);
    gateway.takeRequest();
    var second = client.completeAsync(HELLO);
    awaitWaiting(client, 1);

    client.close();

    assertThatThrownBy(first::join).hasMessageContaining("closed");
    assertThatThrownBy(second::join).hasMessageContaining("closed");
  }

  @Test
  void bounds() {
    assertThatThrownBy(() -> Concurrency.adaptive(0, 1)).hasMessageContaining("1 <= min <= max");
    assertThatThrownBy(() -> Concurrency.adaptive(9, 8)).hasMessageContaining("from 9 to 8");
    assertThat(Concurrency.adaptive(8, 512).perModel().fairBy("tenant"))
        .hasToString("Concurrency.adaptive(8, 512).perModel().fairBy(\"tenant\")");
  }
}
