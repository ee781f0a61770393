package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Growing;
import dev.gatewayz.codegen.JsonIn;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.ToolFailedException;
import dev.gatewayz.intercept.AnswerCache;
import dev.gatewayz.intercept.Caching;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.Outcome;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Code of the user's in places where nobody expects it to do harm: every call still ends. */
class OddCodeTest extends Calls {
  private static final Prompt PROMPT = Asking.greeting("Odd.ask");

  private final Queue<CallEvent> events = new ConcurrentLinkedQueue<>();

  // Keys.

  @ParameterizedTest
  @ValueSource(strings = {"exception", "error", "null", "blank", "line break"})
  void aSupplierOfKeysThatHasNoneFailsEachKindOfCallAtOnce(String kind) {
    Supplier<@Nullable String> keys =
        () ->
            switch (kind) {
              case "exception" -> throw new IllegalStateException("no key to be had");
              case "error" -> throw new NoClassDefFoundError("no key to be had");
              case "null" -> null;
              case "blank" -> " ";
              default -> "sk-\n1";
            };
    @SuppressWarnings("NullAway") // That is what is tested.
    Gatewayz client = client(builder -> builder.apiKey(keys::get));
    Map<String, Callable<?>> calls =
        Map.of(
            "complete", () -> client.complete(HELLO),
            "completeAsync", () -> client.completeAsync(HELLO),
            "stream", () -> blocking(client.stream(HELLO)),
            "prompt", () -> Prompts.of(client).call(PROMPT.render().raw(0), AnswerType.TEXT),
            "text", () -> blocking(Prompts.of(client).text(PROMPT.render().raw(0))),
            "models", client::models,
            "balanceAsync", client::balanceAsync);

    calls.forEach(
        (name, call) ->
            assertThatThrownBy(call::call)
                .as(name)
                .isInstanceOfAny(
                    IllegalStateException.class,
                    NoClassDefFoundError.class,
                    IllegalArgumentException.class)
                .hasMessageMatching("no key to be had|The (API key|supplier of API keys) .+"));
    assertThat(gateway.requests()).isEmpty();
    assertThat(client.health().isHealthy()).isTrue();
  }

  private static Object blocking(AnswerStream<?> stream) {
    try (Stream<?> answer = stream.blocking()) {
      return answer.toList();
    }
  }

  @Test
  void aKeyThatIsMissingForThePageAfterTheFirstEndsTheCatalogue() {
    AtomicInteger asked = new AtomicInteger();
    Gatewayz client =
        client(
            builder ->
                builder.apiKey(
                    () -> {
                      if (asked.incrementAndGet() > 1) {
                        throw new IllegalStateException("no key to be had");
                      }
                      return "sk-1";
                    }));
    gateway.reply(
        Reply.json(
            "{\"data\":[{\"id\":\"a/b\"}],\"total\":2,\"next_offset\":1,\"has_more\":true}"));

    assertThat(client.modelsAsync())
        .failsWithin(Asking.PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .withMessageContaining("no key to be had");
  }

  @Test
  void pricesThatCannotBeReadCostNobodyAnAnswer(Logs logs) {
    AtomicInteger asked = new AtomicInteger();
    Gatewayz client =
        client(
            builder ->
                builder
                    .pricesFromCatalogue()
                    .apiKey(
                        () -> {
                          if (asked.incrementAndGet() > 1) {
                            throw new NoClassDefFoundError("no key to be had");
                          }
                          return "sk-1";
                        }));
    gateway.reply(Reply.text("all the same"));

    assertThat(client.complete(HELLO).text()).isEqualTo("all the same");
    assertThat(logs.takeAll(Level.WARNING, "The catalogue could not be read")).hasSize(1);
  }

  // Caches and interceptors.

  @Test
  void aCacheThatThrowsCostsNobodyAnAnswer(Logs logs) {
    Gatewayz client =
        client(
            builder ->
                builder.interceptor(
                    new Caching(
                        new AnswerCache() {
                          @Override
                          public @Nullable ChatCompletion get(String key) {
                            throw new IllegalStateException("the cache is gone");
                          }

                          @Override
                          public void put(String key, ChatCompletion answer) {
                            throw new NoClassDefFoundError("the cache is gone");
                          }
                        })));
    gateway.reply(Reply.text("paid for"));

    assertThat(client.complete(HELLO).text()).isEqualTo("paid for");
    assertThat(logs.takeAll(Level.WARNING, "A cache threw")).hasSize(2);
  }

  @Test
  void aPublisherThatCannotBeCancelledEndsItsStream(Logs logs) {
    Gatewayz client =
        streamedBy(
            subscriber ->
                subscriber.onSubscribe(
                    new Flow.Subscription() {
                      @Override
                      public void request(long n) {
                        subscriber.onError(new IllegalStateException("out of order"));
                      }

                      @Override
                      public void cancel() {
                        throw new AssertionError("not to be cancelled");
                      }
                    }));

    assertThat(Probe.all(client.stream(HELLO)).awaitEnd()).hasMessage("out of order");
    assertThat(logs.takeAll(Level.WARNING, "A publisher threw")).isNotEmpty();
  }

  @Test
  @SuppressWarnings("NullAway") // That is what is tested.
  void aPublisherWithoutSubscriptionEndsItsStream() {
    Gatewayz client = streamedBy(subscriber -> subscriber.onSubscribe(null));

    Probe.all(client.stream(HELLO)).awaitFailure(NullPointerException.class);
  }

  private Gatewayz streamedBy(Flow.Publisher<ChatChunk> publisher) {
    return client(
        builder ->
            builder.interceptor(
                new Interceptor() {
                  @Override
                  public Flow.Publisher<ChatChunk> stream(OutgoingCall call, StreamNext next) {
                    return publisher;
                  }
                }));
  }

  @Test
  void aStageThatCannotBeCancelledEndsItsCall() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .listener(events::add)
                    .interceptor(
                        new Interceptor() {
                          @Override
                          public CompletionStage<Completion<String>> answer(
                              OutgoingCall call, Next next) {
                            return new Uncancellable();
                          }
                        }));

    CompletableFuture<Completion<String>> call = client.completeAsync(HELLO);

    assertThat(call.cancel(true)).isTrue();
    assertCancelled();
  }

  private static final class Uncancellable extends CompletableFuture<Completion<String>> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      throw new AssertionError("not to be cancelled");
    }

    @Override
    public CompletableFuture<Completion<String>> toCompletableFuture() {
      throw new AssertionError("not to be cancelled");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aToolThatCannotBeCancelledEndsItsCall(boolean isClosed) throws InterruptedException {
    Gatewayz client =
        client(builder -> builder.listener(events::add).closeGrace(Duration.ofMillis(1)));
    CountDownLatch runs = new CountDownLatch(1);
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> {
                runs.countDown();
                return new Uncancellable();
              };
            },
            "look");
    gateway.reply(Reply.toolCalls(new FunctionCall("look", "{}")));
    CompletableFuture<String> call =
        Prompts.of(client).callAsync(PROMPT.render().raw(0).tools(tools, 1), AnswerType.TEXT);
    runs.await();

    if (isClosed) {
      client.close();
    } else {
      call.cancel(true);
      client.poolsAsync().join();
    }

    assertThat(call).isCompletedExceptionally();
    assertThat(client.usageTracker().snapshot().calls()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aToolThatEndsItsCallAtOnceIsTheLastThatIsToldOf(boolean isRejected) {
    Gatewayz client =
        client(
            builder ->
                builder
                    .listener(events::add)
                    .toolExecutor(
                        tool -> {
                          if (isRejected) {
                            throw new RejectedExecutionException("full");
                          }
                          tool.run();
                        }));
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> {
                throw new AssertionError("broken");
              };
            },
            "look");
    gateway.reply(
        Reply.toolCalls(new FunctionCall("look", "{}"), new FunctionCall("look", "{\"n\":1}")));

    assertThat(
            Prompts.of(client).callAsync(PROMPT.render().raw(0).tools(tools, 1), AnswerType.TEXT))
        .failsWithin(Asking.PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(ToolFailedException.class);
    client.poolsAsync().join();
    assertThat(events.stream().map(Object::getClass).map(Class::getInterfaces))
        .extracting(kinds -> kinds[0].getSimpleName())
        .containsExactly("Queued", "Sent", "ToolStarted", "ToolFinished", "Finished");
  }

  // Subscribers and readers.

  @Test
  void aSubscriberThatThrowsWhenItIsIntroducedHasCancelled() {
    Gatewayz client =
        client(builder -> builder.listener(events::add).interceptor(new Interceptor() {}));
    Flow.Subscriber<ChatChunk> subscriber =
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
            throw new IllegalStateException("not ready");
          }

          @Override
          public void onNext(ChatChunk chunk) {}

          @Override
          public void onError(Throwable failure) {}

          @Override
          public void onComplete() {}
        };

    assertThatThrownBy(() -> client.stream(HELLO).subscribe(subscriber)).hasMessage("not ready");
    assertCancelled();
    assertThat(gateway.requests()).isEmpty();
  }

  private void assertCancelled() {
    assertThat(events.stream().filter(CallEvent.Finished.class::isInstance))
        .singleElement()
        .satisfies(
            end -> assertThat(((CallEvent.Finished) end).outcome()).isEqualTo(Outcome.CANCELLED));
  }

  /** A value that cannot be compared, and whose constructor throws what it must not. */
  private record Odd(int number) {
    @Override
    public boolean equals(@Nullable Object other) {
      throw new AssertionError("not to be compared");
    }

    @Override
    public int hashCode() {
      return Objects.hash(number);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, Long.MAX_VALUE})
  void aValueThatCannotBeComparedIsHandedOn(long demand) {
    Gatewayz client = client();
    gateway.reply(Reply.chunks("{\"n\":", "1", "}"));
    AnswerType<Odd> whole =
        AnswerType.of(
            in -> {
              int number = 0;
              in.beginObject();
              while (in.nextMember()) {
                number = in.int32();
              }
              return new Odd(number);
            });
    Rendering ask = PROMPT.render().raw(0);

    Probe<Odd> probe =
        Probe.of(
            Prompts.of(client)
                .snapshots(
                    ask,
                    whole,
                    Growing.object(
                        name -> Growing.whole(JsonIn::int32),
                        known -> new Odd(known.<Integer>present("n")))));
    probe.request(demand).awaitItems(1);
    probe.request(demand);

    List<Odd> values = probe.awaitCompletion();
    assertThat(values.get(values.size() - 1).number()).isEqualTo(1);
  }

  @Test
  void aReaderThatIsHandedToAnEventLoopIsRefusedThere() {
    Gatewayz client = client();
    Gate gate = Gate.closed();
    gateway.respond(
        request ->
            request.isStream() ? Reply.chunks("a").first(Step.await(gate)) : Reply.text("b"));
    try (Stream<ChatChunk> chunks = client.stream(HELLO).blocking()) {
      CompletableFuture<Long> read =
          client.completeAsync(HELLO).thenApply(answer -> chunks.count());

      assertThat(read)
          .failsWithin(Asking.PATIENCE)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(IllegalStateException.class)
          .withMessageContaining("would block an event loop");
      gate.open();
    }
  }
}
