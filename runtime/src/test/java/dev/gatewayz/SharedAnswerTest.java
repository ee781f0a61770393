package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.intercept.Caching;
import dev.gatewayz.intercept.CaffeineAnswerCache;
import dev.gatewayz.intercept.Coalescing;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Calls;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers are kept and shared for equal calls, and for nobody else. */
class SharedAnswerTest extends Calls {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final List<CallEvent> events = new CopyOnWriteArrayList<>();

  private Gatewayz with(Interceptor... interceptors) {
    return client(
        builder -> {
          for (Interceptor interceptor : interceptors) {
            builder.interceptor(interceptor);
          }
          return builder.listener(events::add);
        });
  }

  private static Caching caching() {
    return new Caching(new CaffeineAnswerCache(100, Duration.ofMinutes(5)));
  }

  static List<CallOptions> others() {
    return List.of(
        CallOptions.builder().apiKey("sk-another").build(),
        CallOptions.builder().header("X-Tenant", "two").build(),
        CallOptions.builder().tag("tenant", "two").build());
  }

  @ParameterizedTest
  @MethodSource("others")
  void nobodyElseGetsAKeptAnswer(CallOptions other) {
    Gatewayz client = with(caching());
    gateway.reply(Reply.text("mine"), Reply.text("theirs"));

    assertThat(client.complete(HELLO).text()).isEqualTo("mine");
    assertThat(client.complete(HELLO, other).text()).isEqualTo("theirs");
    assertThat(client.complete(HELLO).text()).isEqualTo("mine");
  }

  @ParameterizedTest
  @MethodSource("others")
  void nobodyElseJoins(CallOptions other) {
    Gatewayz client = with(new Coalescing());
    Gate gate = Gate.closed();
    gateway.respond(request -> Reply.text("answer").first(Step.await(gate)));

    CompletableFuture<?> mine = client.completeAsync(HELLO);
    CompletableFuture<?> theirs = client.completeAsync(HELLO, other);
    gateway.takeRequest();
    gateway.takeRequest();
    gate.open();

    assertThat(mine).succeedsWithin(SOON);
    assertThat(theirs).succeedsWithin(SOON);
  }

  @Test
  void aTraceOfItsOwnMakesNoCallDifferent() {
    AtomicBoolean first = new AtomicBoolean(true);
    Interceptor tracing =
        new Interceptor() {
          @Override
          public OutgoingCall request(OutgoingCall call) {
            return call.withHeader("traceparent", first.getAndSet(false) ? "00-1" : "00-2");
          }
        };
    Gatewayz client = with(tracing, caching());
    gateway.reply(Reply.text("one"), Reply.text("two"));

    assertThat(client.complete(HELLO).text()).isEqualTo("one");
    assertThat(client.complete(HELLO).text()).isEqualTo("one");
  }

  @Test
  void aKeptAnswerCostsNothingAndHasItsEvents() {
    Gatewayz client = with(caching());
    client.complete(HELLO);
    events.clear();

    Completion<String> kept = client.complete(HELLO);

    assertThat(kept.attempts()).isZero();
    assertThat(kept.cost()).isEqualByComparingTo(BigDecimal.ZERO);
    assertThat(kept.exchange()).hasSize(2);
    assertThat(events).hasSize(2);
    assertThat(events.get(0)).isInstanceOf(CallEvent.Queued.class);
    assertThat(((CallEvent.Finished) events.get(1)).attempts()).isZero();
  }

  @Test
  void theFirstMayCancelAndTheOthersGetTheAnswer() {
    Gatewayz client = with(new Coalescing());
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("shared").first(Step.await(gate)));
    CompletableFuture<Completion<String>> first = client.completeAsync(HELLO);
    CompletableFuture<Completion<String>> second = client.completeAsync(HELLO);

    first.cancel(true);
    gate.open();

    assertThat(second).succeedsWithin(SOON).extracting(Completion::text).isEqualTo("shared");
    assertThat(second.join().attempts()).isZero();
    assertThat(gateway.counters().requestsOpened()).isEqualTo(1);
  }

  @Test
  void theLastThatCancelsCancelsTheCallAlsoBehindOtherInterceptors() {
    Gatewayz client = with(caching(), new Coalescing(), caching());
    gateway.reply(Reply.silence(), Reply.text("the next"));
    CompletableFuture<?> first = client.completeAsync(HELLO);
    CompletableFuture<?> second = client.completeAsync(HELLO);
    var request = gateway.takeRequest();

    first.cancel(true);
    second.cancel(true);

    assertThat(request.awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
    assertThat(client.complete(HELLO).text()).isEqualTo("the next");
  }

  /** As by {@code orTimeout} of an interceptor outside. */
  @Test
  void whoStopsWaitingInAnyWayHasLeft() {
    Queue<CompletableFuture<Completion<String>>> waits = new ConcurrentLinkedQueue<>();
    Gatewayz client =
        with(
            new Interceptor() {
              @Override
              public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
                CompletionStage<Completion<String>> answer = next.proceed(call);
                waits.add(answer.toCompletableFuture());
                return answer;
              }
            },
            new Coalescing());
    gateway.reply(Reply.silence());
    CompletableFuture<?> call = client.completeAsync(HELLO);
    var request = gateway.takeRequest();

    waits.remove().completeExceptionally(new IllegalStateException("waited for too long"));

    assertThat(request.awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
    assertThat(call).failsWithin(SOON);
  }

  @Test
  void whoJoinedHasEventsOfItsOwn() {
    Gatewayz client = with(new Coalescing());
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("shared").first(Step.await(gate)));
    CompletableFuture<?> first = client.completeAsync(HELLO);
    CompletableFuture<?> second = client.completeAsync(HELLO);
    gate.open();
    CompletableFuture.allOf(first, second).join();
    client.close();

    assertThat(events)
        .filteredOn(CallEvent.Finished.class::isInstance)
        .extracting(event -> ((CallEvent.Finished) event).attempts())
        .containsExactlyInAnyOrder(0, 1);
    assertThat(events).filteredOn(CallEvent.Queued.class::isInstance).hasSize(2);
  }

  @Test
  void aFailureReachesAllAndIsForgotten() {
    Gatewayz client = with(new Coalescing());
    Gate gate = Gate.closed();
    gateway.reply(ErrorReply.missingKey().first(Step.await(gate)), Reply.text("the next"));
    CompletableFuture<?> first = client.completeAsync(HELLO);
    CompletableFuture<?> second = client.completeAsync(HELLO);
    gate.open();

    assertThat(first).failsWithin(SOON);
    assertThat(second).failsWithin(SOON);
    assertThat(client.complete(HELLO).text()).isEqualTo("the next");
  }

  @Test
  void whatIsThrownFurtherInIsForgottenToo() {
    AtomicBoolean broken = new AtomicBoolean(true);
    Gatewayz client =
        with(
            new Coalescing(),
            new Interceptor() {
              @Override
              public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
                if (broken.get()) {
                  throw new IllegalStateException("broken");
                }
                return next.proceed(call);
              }
            });

    assertThatThrownBy(() -> client.complete(HELLO)).hasMessage("broken");
    broken.set(false);
    assertThat(client.complete(HELLO).text()).isNotEmpty();
  }

  @Test
  void whatAPredicateThrowsIsTheFailureOfTheCall() {
    Gatewayz client =
        with(
            new Coalescing(
                call -> {
                  throw new IllegalStateException("unsure");
                }));

    assertThat(client.completeAsync(HELLO))
        .failsWithin(SOON)
        .withThrowableThat()
        .withMessageContaining("unsure");
  }

  @Test
  void otherQuestionsAreOtherCalls() {
    Gatewayz client = with(caching());
    ChatRequest other =
        ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini").user("Bye").build();
    gateway.reply(Reply.text("one"), Reply.text("two"));

    assertThat(client.complete(HELLO).text()).isEqualTo("one");
    assertThat(client.complete(other).text()).isEqualTo("two");
  }
}
