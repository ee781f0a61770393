package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.chat.Message;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.intercept.Caching;
import dev.gatewayz.intercept.CaffeineAnswerCache;
import dev.gatewayz.intercept.Coalescing;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Interceptors see calls, change them, refuse them, or answer them. */
class InterceptorTest extends Calls {

  private Gatewayz with(Interceptor... interceptors) {
    return client(
        builder -> {
          for (Interceptor interceptor : interceptors) {
            builder.interceptor(interceptor);
          }
          return builder;
        });
  }

  @Test
  void theyChangeHeadersAndBodiesInTheOrderTheyWereAdded() {
    Gatewayz client =
        with(
            request(call -> call.withHeader("X-Tenant", "one")),
            request(call -> call.withHeader("X-Tenant", call.headers().get("x-tenant") + " two")),
            request(call -> call.withMessages(List.of(Message.user("Good day")))));

    client.complete(HELLO);
    Probe.all(client.stream(HELLO)).awaitCompletion();

    for (int i = 0; i < 2; i++) {
      var request = gateway.takeRequest();
      assertThat(request.header("x-tenant")).contains("one two");
      assertThat(request.prompt()).isEqualTo("Good day");
    }
  }

  @Test
  void theyDoNotSeeTheKey() {
    List<String> seen = new CopyOnWriteArrayList<>();
    Gatewayz client =
        with(
            request(
                call -> {
                  seen.add(call + call.json() + call.headers() + call.keyId());
                  return call;
                }));

    client.complete(HELLO);

    assertThat(seen).hasSize(1).noneMatch(text -> text.contains(Wire.KEY));
  }

  @Test
  void whatTheyAttachListenersFind() {
    List<Object> found = new CopyOnWriteArrayList<>();
    Gatewayz client =
        client(
            builder ->
                builder
                    .interceptor(request(call -> call.withAttribute("span", 7)))
                    .listener(
                        event -> {
                          if (event instanceof CallEvent.Finished) {
                            found.add(event.call().attributes().get("span"));
                          }
                        }));

    client.complete(HELLO);
    Probe.all(client.stream(HELLO)).awaitCompletion();
    client.close();

    assertThat(found).containsExactly(7, 7);
  }

  @Test
  void oneThatThrowsRefusesTheCall() {
    Gatewayz client =
        with(
            request(
                call -> {
                  throw new SecurityException("not today");
                }));

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(SecurityException.class);
    assertThat(client.completeAsync(HELLO))
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableThat()
        .withCauseInstanceOf(SecurityException.class);
    Probe.all(client.stream(HELLO)).awaitFailure(SecurityException.class);
    assertThat(gateway.counters().requestsOpened()).isZero();
  }

  @Test
  void oneThatThrowsAroundACallRefusesItToo() {
    Gatewayz client =
        with(
            new Interceptor() {
              @Override
              public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
                throw new SecurityException("not today");
              }
            });

    assertThatThrownBy(() -> client.complete(HELLO)).isInstanceOf(SecurityException.class);
    assertThat(client.completeAsync(HELLO)).failsWithin(Duration.ofSeconds(20));
  }

  @Test
  void theyMayAnswerThemselvesOrChangeTheAnswer() {
    Gatewayz plain = client();
    gateway.reply(Reply.text("kept"));
    Completion<String> kept = plain.complete(HELLO);
    plain.close();
    Gatewayz client =
        with(
            new Interceptor() {
              @Override
              public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
                return CompletableFuture.completedFuture(kept);
              }
            });

    assertThat(client.complete(HELLO).text()).isEqualTo("kept");
    assertThat(gateway.counters().requestsOpened()).isEqualTo(1);
  }

  @Test
  void cancellingCancelsTheCallBehindThem() {
    Gatewayz client = with(request(call -> call));
    gateway.reply(Reply.silence());
    var future = client.completeAsync(HELLO);
    var request = gateway.takeRequest();

    future.cancel(true);

    assertThat(request.awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
  }

  @Test
  void failuresComeThroughAsTheyAre() {
    Gatewayz client = with(request(call -> call));
    gateway.respond(request -> ErrorReply.capacity());

    assertThatThrownBy(() -> client.complete(HELLO))
        .isInstanceOf(ServiceUnavailableException.class);
  }

  @Test
  void equalCallsAreAnsweredFromACache() {
    Gatewayz client = with(new Caching(new CaffeineAnswerCache(100, Duration.ofMinutes(5))));
    gateway.reply(Reply.text("first"), Reply.text("second"));

    assertThat(client.complete(HELLO).text()).isEqualTo("first");
    assertThat(client.complete(HELLO).text()).isEqualTo("first");
    assertThat(client.complete(ask("Something else")).text()).isEqualTo("second");
    assertThat(client.usageTracker().snapshot().calls()).isEqualTo(2);
  }

  @Test
  void cutAnswersAndFailuresAreNotCached() {
    Gatewayz client = with(new Caching(new CaffeineAnswerCache(100, Duration.ofMinutes(5))));
    gateway.reply(
        Reply.text("cut").finishReason("length"), ErrorReply.missingKey(), Reply.text("whole"));

    assertThat(client.complete(HELLO).text()).isEqualTo("cut");
    assertThatThrownBy(() -> client.complete(HELLO)).isNotNull();
    assertThat(client.complete(HELLO).text()).isEqualTo("whole");
    assertThat(client.complete(HELLO).text()).isEqualTo("whole");
  }

  @Test
  void equalCallsAtTheSameTimeAreOneCall() {
    Gatewayz client = with(new Coalescing());
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("shared").first(Step.await(gate)), Reply.text("the next"));

    List<CompletableFuture<Completion<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(client.completeAsync(HELLO));
    }
    calls.get(3).cancel(true);
    gate.open();

    for (int i = 0; i < 20; i++) {
      if (i != 3) {
        assertThat(calls.get(i).join().text()).isEqualTo("shared");
      }
    }
    assertThat(gateway.counters().requestsOpened()).isEqualTo(1);
    assertThat(client.complete(HELLO).text()).isEqualTo("the next");
  }

  @Test
  void coalescedCallsShareAFailure() {
    Gatewayz client = with(new Coalescing());
    Gate gate = Gate.closed();
    gateway.reply(ErrorReply.missingKey().first(Step.await(gate)), Reply.text("the next"));

    var one = client.completeAsync(HELLO);
    var other = client.completeAsync(HELLO);
    gate.open();

    assertThat(one).failsWithin(Duration.ofSeconds(20));
    assertThat(other).failsWithin(Duration.ofSeconds(20));
    assertThat(client.complete(HELLO).text()).isEqualTo("the next");
  }

  @Test
  void streamsPassTheRequestSideAlone() {
    Gatewayz client = with(new Caching(new CaffeineAnswerCache(100, Duration.ofMinutes(5))));
    gateway.reply(Reply.text("one"), Reply.text("two"));

    List<ChatChunk> first = Probe.all(client.stream(HELLO)).awaitCompletion();
    List<ChatChunk> second = Probe.all(client.stream(HELLO)).awaitCompletion();

    assertThat(first).isNotEmpty();
    assertThat(second).isNotEmpty();
    assertThat(gateway.counters().requestsOpened()).isEqualTo(2);
  }

  private static ChatRequest ask(String question) {
    return ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini").user(question).build();
  }

  private static Interceptor request(UnaryOperator<OutgoingCall> change) {
    return new Interceptor() {
      @Override
      public OutgoingCall request(OutgoingCall call) {
        return change.apply(call);
      }
    };
  }
}
