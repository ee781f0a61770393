package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.TooManyCallsException;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** As many calls at once as the user and the server allow; the others wait or are refused. */
class LimitTest extends Calls {

  @Test
  void noMoreThanAllowedAreUnderWay() {
    Gatewayz client = client(builder -> builder.maxConcurrentCalls(3, 1_000));

    List<CompletableFuture<Completion<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      calls.add(client.completeAsync(HELLO));
    }
    calls.forEach(CompletableFuture::join);

    assertThat(gateway.counters().requestsOpened()).isEqualTo(100);
    assertThat(gateway.counters().mostRequestsOpen()).isLessThanOrEqualTo(3);
  }

  @Test
  void aBurstOfCallsWaitsForItsConnections() {
    Deadlines patient = Deadlines.DEFAULT.withAcquire(Duration.ofMinutes(1));
    Gatewayz client = client(builder -> builder.deadlines(patient));

    List<CompletableFuture<Completion<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      calls.add(client.completeAsync(HELLO));
    }
    calls.forEach(CompletableFuture::join);

    assertThat(gateway.counters().requestsOpened()).isEqualTo(3_000);
  }

  @Test
  void thoseBeyondTheQueueAreRefusedAtOnce() {
    Gatewayz client = client(builder -> builder.maxConcurrentCalls(1, 1));
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("a").first(Step.await(gate)));
    var first = client.completeAsync(HELLO);
    gateway.takeRequest();
    var second = client.completeAsync(HELLO);

    // The second may not have come to the queue yet; one of the next two finds it full.
    assertThatThrownBy(
            () ->
                CompletableFuture.anyOf(client.completeAsync(HELLO), client.completeAsync(HELLO))
                    .join())
        .hasCauseInstanceOf(TooManyCallsException.class)
        .hasMessageContaining("raise the limits");
    gate.open();

    assertThat(first.join().text()).isEqualTo("a");
    second.handle((answer, failure) -> null).join();
  }

  @Test
  void whoCancelsWhileWaitingLeavesTheQueue() {
    Gatewayz client = client(builder -> builder.maxConcurrentCalls(1, 10));
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("a").first(Step.await(gate)), Reply.text("b"));
    var first = client.completeAsync(HELLO);
    gateway.takeRequest();
    var second = client.completeAsync(HELLO);
    var third = client.completeAsync(HELLO);

    second.cancel(true);
    gate.open();

    assertThat(first.join().text()).isEqualTo("a");
    assertThat(third.join().text()).isEqualTo("b");
    assertThat(second).isCancelled();
    assertThat(gateway.counters().requestsOpened()).isEqualTo(2);
  }

  @Test
  void whoWaitedInVainAsksNobodyElseBehindTheLimit() {
    Deadlines brief = Deadlines.DEFAULT.withAcquire(Duration.ofMillis(100));
    Gatewayz client = client(builder -> builder.maxConcurrentCalls(1, 10).deadlines(brief));
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("a").first(Step.await(gate)));
    var first = client.completeAsync(HELLO);
    gateway.takeRequest();
    CallOptions second =
        CallOptions.builder().fallback(Fallback.model("gatewayz/anthropic/second")).build();

    assertThatThrownBy(() -> client.complete(HELLO, second))
        .isInstanceOf(DeadlineExceededException.class);

    gate.open();
    first.join();
    assertThat(gateway.counters().requestsOpened()).isEqualTo(1);
  }

  @Test
  void aCancelledStreamMakesRoom() {
    Gatewayz client = client(builder -> builder.maxConcurrentCalls(1, 10));
    gateway.reply(Reply.chunks("a").after(2, Step.stall()), Reply.text("b"));
    Probe<ChatChunk> stream = Probe.all(client.stream(HELLO));
    stream.awaitItems(1);
    var next = client.completeAsync(HELLO);

    stream.cancel();

    assertThat(next.join().text()).isEqualTo("b");
  }

  @Test
  void callsBeginNoMoreOftenThanAllowed() {
    Gatewayz client = client(builder -> builder.maxCallRate(3, Duration.ofMillis(200)));
    long start = System.nanoTime();

    List<CompletableFuture<Completion<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      calls.add(client.completeAsync(HELLO));
    }
    calls.forEach(CompletableFuture::join);

    // Every third is a whole period behind the one three before it.
    assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(800_000_000L);
    assertThat(gateway.counters().requestsOpened()).isEqualTo(13);
  }

  @Test
  void nobodyIsForgottenWhoWaitsForAMomentOnly() {
    Gatewayz client = client(builder -> builder.maxCallRate(1, Duration.ofNanos(50_000)));

    for (int i = 0; i < 2_000; i++) {
      assertThat(client.completeAsync(HELLO).orTimeout(20, TimeUnit.SECONDS).join()).isNotNull();
    }
  }

  @Test
  void aCallThatWaitsForItsTurnHasADeadline() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .maxCallRate(1, Duration.ofMinutes(5))
                    .deadlines(Deadlines.DEFAULT.withAcquire(Duration.ofMillis(100))));

    client.complete(HELLO);

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(DeadlineExceededException.class);
  }

  @Test
  void callsRestWhenTheServerSaysItsLimitIsReached() {
    Gatewayz client = client(builder -> builder.waitForRateLimit());
    gateway.reply(
        Reply.text("the last for now")
            .header("ratelimit-remaining", "0")
            .header("ratelimit-reset", "1"),
        Reply.text("later"));

    client.complete(HELLO);
    long reset = System.nanoTime();
    client.complete(HELLO);

    // The server said so; nobody else makes a call wait for most of a second.
    assertThat(System.nanoTime() - reset).isGreaterThan(500_000_000L);
  }

  @Test
  void whatTheServerSaysOfItsLimitIsIgnoredUnlessAskedFor() {
    Gatewayz client = client();
    gateway.respond(
        request ->
            Reply.text("a").header("ratelimit-remaining", "0").header("ratelimit-reset", "3600"));

    client.complete(HELLO);
    assertThat(client.complete(HELLO).text()).isEqualTo("a");
  }

  @Test
  void nonsenseAboutLimitsIsIgnored() {
    Gatewayz client = client(builder -> builder.waitForRateLimit());
    for (String reset : List.of("-1", "", "soon", "99999999999999999999", "0")) {
      gateway.reply(
          Reply.text("a").header("ratelimit-remaining", "0").header("ratelimit-reset", reset));
      assertThat(client.complete(HELLO).text()).isEqualTo("a");
    }
  }
}
