package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.AssistantMessage;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.chat.Choice;
import dev.gatewayz.chat.ChunkChoice;
import dev.gatewayz.chat.Delta;
import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.usage.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Interceptors stand around answers and streams, change calls, and answer them. */
class InterceptorOnionTest extends Calls {
  private final List<String> seen = new CopyOnWriteArrayList<>();
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

  private final class Layer implements Interceptor {
    private final String name;

    private Layer(String name) {
      this.name = name;
    }

    @Override
    public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
      seen.add(name + " in");
      return next.proceed(call)
          .thenApply(
              answer -> {
                seen.add(name + " out");
                return answer;
              });
    }

    @Override
    public Flow.Publisher<ChatChunk> stream(OutgoingCall call, StreamNext next) {
      seen.add(name + " in");
      return mapped(
          next.proceed(call),
          chunk -> {
            seen.add(name + " out");
            return chunk;
          });
    }
  }

  /** Chunks that are changed on their way. */
  private static Flow.Publisher<ChatChunk> mapped(
      Flow.Publisher<ChatChunk> chunks, UnaryOperator<ChatChunk> change) {
    return subscriber ->
        chunks.subscribe(
            new Flow.Subscriber<ChatChunk>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscriber.onSubscribe(subscription);
              }

              @Override
              public void onNext(ChatChunk chunk) {
                subscriber.onNext(change.apply(chunk));
              }

              @Override
              public void onError(Throwable failure) {
                subscriber.onError(failure);
              }

              @Override
              public void onComplete() {
                subscriber.onComplete();
              }
            });
  }

  private static Interceptor streaming(
      Function<Flow.Publisher<ChatChunk>, Flow.Publisher<ChatChunk>> change) {
    return new Interceptor() {
      @Override
      public Flow.Publisher<ChatChunk> stream(OutgoingCall call, StreamNext next) {
        return change.apply(next.proceed(call));
      }
    };
  }

  private static Interceptor request(UnaryOperator<OutgoingCall> change) {
    return new Interceptor() {
      @Override
      public OutgoingCall request(OutgoingCall call) {
        return change.apply(call);
      }
    };
  }

  private static Interceptor answering(Function<OutgoingCall, Completion<String>> answer) {
    return new Interceptor() {
      @Override
      public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
        return CompletableFuture.supplyAsync(() -> answer.apply(call), Runnable::run);
      }
    };
  }

  @Test
  void theFirstIsTheOutermostOfAWholeAnswer() {
    with(new Layer("one"), new Layer("two")).complete(HELLO);

    assertThat(seen).containsExactly("one in", "two in", "two out", "one out");
  }

  private static Interceptor changed(UnaryOperator<Completion<String>> change) {
    return new Interceptor() {
      @Override
      public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
        return next.proceed(call).thenApply(change);
      }
    };
  }

  /** An answer that an interceptor makes. */
  private static Completion<String> answer(String text) {
    Choice choice =
        Choice.builder()
            .index(0)
            .message(AssistantMessage.builder().content(text).build())
            .finishReasonText("stop")
            .build();
    ChatCompletion response =
        ChatCompletion.builder().id("own").model("gatewayz/m").choices(List.of(choice)).build();
    return Completion.builder(text, response).build();
  }

  /** What interceptors leave as it is, is read where the model may correct it, and not again. */
  @Test
  void anAnswerThatIsPassedOnIsReadOnce() {
    AtomicInteger readings = new AtomicInteger();
    AnswerType<Integer> stars =
        AnswerType.of(
            in -> {
              readings.incrementAndGet();
              return in.int32();
            });
    Map<Interceptor, List<Integer>> interceptors = new LinkedHashMap<>();
    interceptors.put(new Layer("one"), List.of(5, 1));
    interceptors.put(changed(said -> said.map(text -> text)), List.of(5, 1));
    interceptors.put(changed(said -> answer("5")), List.of(5, 1));
    interceptors.put(changed(said -> answer("4")), List.of(4, 2));
    interceptors.put(answering(call -> answer("3")), List.of(3, 1));
    interceptors.put(
        new Interceptor() {
          @Override
          public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
            return next.proceed(call).thenCompose(first -> next.proceed(call));
          }
        },
        List.of(5, 2));
    gateway.respond(request -> Reply.text("5"));
    interceptors.forEach(
        (interceptor, expected) -> {
          try (Gatewayz client = Wire.H2C.client(gateway).interceptor(interceptor).build()) {
            readings.set(0);
            Prompt prompt = Asking.greeting("P.p");
            int value = Prompts.of(client).call(prompt.render().raw(0), stars);
            assertThat(List.of(value, readings.get())).isEqualTo(expected);
            readings.set(0);
            Completion<Integer> whole = Prompts.of(client).complete(prompt.render().raw(0), stars);
            assertThat(List.of(whole.value(), readings.get())).isEqualTo(expected);
          }
        });
  }

  @Test
  void theFirstIsTheOutermostOfAStream() {
    gateway.reply(Reply.chunks("a"));

    Probe.all(with(new Layer("one"), new Layer("two")).stream(HELLO)).awaitCompletion();

    assertThat(seen).startsWith("one in", "two in", "two out", "one out");
  }

  @Test
  void theySeeWhatACallIs() {
    List<OutgoingCall> calls = new ArrayList<>();
    Gatewayz client =
        with(
            request(
                call -> {
                  calls.add(call);
                  return call;
                }));

    client.complete(
        HELLO,
        CallOptions.builder()
            .tag("team", "blue")
            .header("X-Tenant", "one")
            .parameters(Parameters.builder().temperature(0.5).stop("END").build())
            .build());

    OutgoingCall call = calls.get(0);
    assertThat(call.model()).isEqualTo("gatewayz/openai/gpt-4o-mini");
    assertThat(call.messages()).hasSize(1).first().isEqualTo(Message.user("Hello"));
    assertThat(call.parameters().temperature()).isEqualTo(0.5);
    assertThat(call.parameters().stop()).containsExactly("END");
    assertThat(call.tags()).containsEntry("team", "blue");
    assertThat(call.headers()).containsEntry("x-tenant", "one").doesNotContainKey("authorization");
    assertThat(call.apiBase()).hasToString(gateway.apiBase().replaceAll("/v1/?$", ""));
    assertThat(call.keyId()).isNotNull().doesNotContain(Wire.KEY);
    assertThat(call.streamed()).isFalse();
    assertThat(call.runsTools()).isFalse();
  }

  @Test
  void changesKeepFallbacks() {
    CallOptions fallback =
        CallOptions.builder().fallback(Fallback.model("gatewayz/anthropic/second")).build();
    Gatewayz client =
        with(
            request(
                call ->
                    call.withModel("gatewayz/openai/other")
                        .withMessages(List.of(Message.user("Good day")))
                        .withParameters(Parameters.builder().seed(7).build())
                        .withHeader("X-Tenant", "one")
                        .withTag("team", "blue")));
    gateway.reply(ErrorReply.envelope(404, "MODEL_NOT_FOUND", "m"), Reply.text("second"));

    assertThat(client.complete(HELLO, fallback).text()).isEqualTo("second");

    assertThat(gateway.requests())
        .allSatisfy(
            request -> {
              assertThat(request.prompt()).isEqualTo("Good day");
              assertThat(request.bodyText()).contains("\"seed\":7");
              assertThat(request.header("x-tenant")).contains("one");
            })
        .extracting(request -> request.model().orElseThrow())
        .containsExactly("openai/other", "anthropic/second");
    client.close();
    assertThat(events).allMatch(event -> "blue".equals(event.call().tags().get("team")));
  }

  @Test
  void changesKeepTools() {
    Prompt ask =
        Prompt.of(
            "Weatherman.ask",
            "0",
            "gatewayz/openai/gpt-4o-mini",
            "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"now\",\"parameters\":{}}}]",
            "{\"role\":\"user\",\"content\":\"Time?\"}");
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> "noon";
            },
            "now");
    Gatewayz client =
        with(
            request(
                call ->
                    call.withMessages(List.of(Message.user("What time?")))
                        .withParameters(Parameters.builder().temperature(0).build())));
    gateway.reply(Reply.toolCalls(new FunctionCall("now", "{}")), Reply.text("It is noon."));

    assertThat(Prompts.of(client).call(ask.render().raw(0).tools(tools, 4), AnswerType.TEXT))
        .isEqualTo("It is noon.");

    assertThat(gateway.takeRequest().bodyText()).contains("\"tools\":[", "\"temperature\":0");
    assertThat(gateway.takeRequest().bodyText())
        .contains("What time?", "\"content\":\"noon\"", "\"tools\":[");
  }

  @Test
  void aCallMayGoToAnotherGatewayWithAnotherKey() {
    try (MockGateway other = MockGateway.start()) {
      Gatewayz client = with(request(call -> call.withGateway(other.apiBase(), "sk-other")));

      client.complete(HELLO);

      assertThat(other.takeRequest().header("authorization")).contains("Bearer sk-other");
      assertThat(gateway.counters().requestsOpened()).isZero();
    }
  }

  @Test
  void theKeyDoesNotGoUnencryptedToAnotherMachine() {
    Gatewayz client = with(request(call -> call.withGateway("http://example.com", null)));

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unencrypted");
  }

  @Test
  void aStreamOfTextIsMadeOfChangedChunks() {
    Gatewayz client =
        with(streaming(chunks -> mapped(chunks, chunk -> said(text(chunk).toUpperCase(), chunk))));
    gateway.reply(Reply.chunks("a", "b", "c"));

    Probe<String> probe = Probe.of(Prompts.of(client).text(Asking.greeting("A.b").render().raw(0)));
    assertThat(probe.request(1).awaitItems(1)).containsExactly("A");
    assertThat(probe.request(1).awaitItems(2)).containsExactly("A", "B");
    assertThat(probe.request(9).awaitCompletion()).containsExactly("A", "B", "C");
    assertThat(events).filteredOn(CallEvent.Finished.class::isInstance).hasSize(1);
  }

  @Test
  void theCompletionOfAChangedStreamIsMadeOfItsChunks() {
    Gatewayz client =
        with(streaming(chunks -> mapped(chunks, chunk -> said(text(chunk).toUpperCase(), chunk))));
    gateway.reply(Reply.chunks("a", "b"));

    Completion<String> whole = client.stream(HELLO).forEach(chunk -> {}).join();

    assertThat(whole.text()).isEqualTo("AB");
    assertThat(whole.attempts()).isEqualTo(1);
  }

  @Test
  void cancellingAChangedStreamCancelsTheCall() {
    Gatewayz client = with(streaming(chunks -> mapped(chunks, chunk -> chunk)));
    gateway.reply(Reply.silence());
    Probe<ChatChunk> probe = Probe.all(client.stream(HELLO));
    var request = gateway.takeRequest();

    probe.cancel();

    assertThat(request.awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
  }

  @Test
  void aStreamThatAnInterceptorAnswersHasItsEvents() {
    Gatewayz client = with(streaming(chunks -> new Chunks(List.of(said("kept", null)))));

    List<ChatChunk> chunks = Probe.all(client.stream(HELLO)).awaitCompletion();

    assertThat(chunks).extracting(InterceptorOnionTest::text).containsExactly("kept");
    assertThat(gateway.counters().requestsOpened()).isZero();
    assertEvents(Outcome.SUCCESS);
    assertThat(((CallEvent.Finished) events.get(1)).pieces()).isEqualTo(1);
  }

  @Test
  void anAnsweredCallHasItsEvents() {
    Completion<String> kept = client().complete(HELLO);
    Gatewayz client = with(answering(call -> kept.toBuilder().attempts(0).build()));

    assertThat(client.complete(HELLO).text()).isEqualTo(kept.text());

    assertEvents(Outcome.SUCCESS);
  }

  @Test
  void aRefusedCallHasItsEvents() {
    Gatewayz client =
        with(
            request(
                call -> {
                  throw new SecurityException("not today");
                }));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(SecurityException.class);
    assertEvents(Outcome.FAILURE);
    events.clear();
    Probe.all(client.stream(HELLO)).awaitFailure(SecurityException.class);
    assertEvents(Outcome.FAILURE);
  }

  @Test
  void aCallThatIsCancelledInAnInterceptorHasItsEvents() {
    Gatewayz client =
        with(
            new Interceptor() {
              @Override
              public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
                return new CompletableFuture<>();
              }
            });

    client.completeAsync(HELLO).cancel(true);
    assertEvents(Outcome.CANCELLED);
    events.clear();
    Probe<ChatChunk> probe = Probe.of(client.stream(HELLO));
    probe.cancel();
    assertEvents(Outcome.CANCELLED);
  }

  @Test
  void whatAnInterceptorPassesOnMustBeACallOfTheClient() {
    Gatewayz client = with(request(call -> null));

    assertThat(client.completeAsync(HELLO))
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withMessageContaining("must pass on the call it got");
  }

  private void assertEvents(Outcome outcome) {
    assertThat(events).hasSize(2);
    assertThat(events.get(0)).isInstanceOf(CallEvent.Queued.class);
    CallEvent.Finished end = (CallEvent.Finished) events.get(1);
    assertThat(end.outcome()).isEqualTo(outcome);
    assertThat(end.attempts()).isZero();
    assertThat(end.call().sequence()).isEqualTo(events.get(0).call().sequence());
  }

  private static String text(ChatChunk chunk) {
    return chunk.choices().isEmpty() || chunk.choices().get(0).delta().content() == null
        ? ""
        : chunk.choices().get(0).delta().content();
  }

  /** A chunk that says something, and for the rest is like another one. */
  private static ChatChunk said(String text, ChatChunk like) {
    if (like != null && text.isEmpty()) {
      return like;
    }
    ChunkChoice choice =
        ChunkChoice.builder()
            .delta(Delta.builder().content(text).build())
            .finishReasonText(like == null ? "stop" : like.choices().get(0).finishReasonText())
            .build();
    return ChatChunk.builder().choices(List.of(choice)).build();
  }

  /** Chunks that are there already. */
  private record Chunks(List<ChatChunk> chunks) implements Flow.Publisher<ChatChunk> {
    @Override
    public void subscribe(Flow.Subscriber<? super ChatChunk> subscriber) {
      subscriber.onSubscribe(
          new Flow.Subscription() {
            private int next;

            @Override
            public void request(long n) {
              for (long i = 0; i < n && next < chunks.size(); i++) {
                subscriber.onNext(chunks.get(next++));
                if (next == chunks.size()) {
                  subscriber.onComplete();
                }
              }
            }

            @Override
            public void cancel() {
              next = chunks.size();
            }
          });
    }
  }
}
