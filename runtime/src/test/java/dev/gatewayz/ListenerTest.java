package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import dev.gatewayz.usage.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Listeners are told what becomes of calls, and cannot harm them. */
class ListenerTest extends Calls {
  private final List<CallEvent> events = new CopyOnWriteArrayList<>();

  private Gatewayz watched() {
    return client(builder -> builder.listener(events::add));
  }

  private List<String> kinds() {
    return events.stream()
        .map(event -> event.getClass().getSimpleName().replace("Value", ""))
        .toList();
  }

  private CallEvent.Finished last() {
    return (CallEvent.Finished) events.get(events.size() - 1);
  }

  @Test
  void aCallFromItsBeginningToItsEnd() {
    Gatewayz client = watched();
    gateway.reply(Reply.text("a").usage(7, 5));

    client.complete(HELLO, CallOptions.builder().tag("tenant", "acme").build());

    assertThat(kinds()).containsExactly("Queued", "Sent", "Finished");
    CallEvent.Finished finished = last();
    assertThat(finished.outcome()).isEqualTo(Outcome.SUCCESS);
    assertThat(finished.attempts()).isEqualTo(1);
    assertThat(finished.usage().totalTokens()).isEqualTo(12);
    assertThat(finished.failure()).isNull();
    assertThat(finished.call().model()).isEqualTo("gatewayz/openai/gpt-4o-mini");
    assertThat(finished.call().tags()).containsEntry("tenant", "acme");
    assertThat(events)
        .extracting(event -> event.call().sequence())
        .containsOnly(finished.call().sequence());
  }

  @Test
  void aStreamAlsoHasAFirstTokenAndPieces() {
    Gatewayz client = watched();
    gateway.reply(Reply.chunks("a", "b", "c"));

    int chunks = Probe.all(client.stream(HELLO)).awaitCompletion().size();
    client.close();

    assertThat(kinds()).containsExactly("Queued", "Sent", "FirstToken", "Finished");
    assertThat(last().pieces()).isEqualTo(chunks);
    CallEvent.FirstToken first = (CallEvent.FirstToken) events.get(2);
    assertThat(first.sinceStart()).isPositive().isLessThanOrEqualTo(last().duration());
  }

  @Test
  void retriesFallbacksAndFailures() {
    Gatewayz client = client(builder -> builder.listener(events::add).retries(Wire.promptly(1)));
    gateway.respond(request -> ErrorReply.capacity());
    CallOptions options =
        CallOptions.builder().fallback(Fallback.model("gatewayz/x/second")).build();

    assertThrows(GatewayzException.class, () -> client.complete(HELLO, options));

    assertThat(kinds())
        .containsExactly(
            "Queued", "Sent", "Retried", "Sent", "FellBack", "Sent", "Retried", "Sent", "Finished");
    CallEvent.FellBack fallback = (CallEvent.FellBack) events.get(4);
    assertThat(fallback.failedModel()).isEqualTo("gatewayz/openai/gpt-4o-mini");
    assertThat(fallback.call().model()).isEqualTo("gatewayz/x/second");
    assertThat(last().failure()).isNotNull();
    assertThat(last().attempts()).isEqualTo(4);
  }

  @Test
  void cancelling() {
    Gatewayz client = watched();
    gateway.reply(Reply.chunks("a").after(2, Step.stall()));
    Probe<ChatChunk> probe = Probe.all(client.stream(HELLO));
    probe.awaitItems(1);

    probe.cancel();
    gateway.awaitCounters(counters -> counters.resetsReceived() == 1);
    client.close();

    assertThat(last().outcome()).isEqualTo(Outcome.CANCELLED);
  }

  @Test
  void aHedgedCallIsOneCall() {
    Gatewayz client = watched();
    gateway.reply(Reply.silence(), Reply.text("quick"));

    client.complete(HELLO, CallOptions.builder().hedgeAfter(Duration.ofMillis(60)).build());

    assertThat(kinds()).containsExactly("Queued", "Sent", "Hedged", "Sent", "Finished");
  }

  @Test
  void aListenerThatThrowsHarmsNeitherTheCallNorOtherListeners(Logs logs) {
    Gatewayz client =
        client(
            builder ->
                builder
                    .listener(
                        event -> {
                          throw new IllegalStateException("a bug of the listener");
                        })
                    .listener(
                        event -> {
                          throw new AssertionError("worse");
                        })
                    .listener(events::add));

    assertThat(client.complete(HELLO).text()).isNotEmpty();
    assertThat(Probe.all(client.stream(HELLO)).awaitCompletion()).isNotEmpty();
    assertThat(kinds()).containsOnlyOnce("FirstToken").contains("Finished");
    // Of both calls Queued, Sent and Finished, and of the stream FirstToken: each to two who throw.
    Stream.generate(() -> logs.take(WARNING, "A listener threw; the call goes on.").thrown())
        .limit(2 * 7)
        .forEach(thrown -> assertThat(thrown.getMessage()).isIn("a bug of the listener", "worse"));
  }

  @Test
  void aListenerMayCancelTheCallOrCloseTheClientOrMakeCalls() {
    AtomicReference<CompletableFuture<?>> call = new AtomicReference<>();
    AtomicReference<Gatewayz> made = new AtomicReference<>();
    CompletableFuture<String> inner = new CompletableFuture<>();
    Gatewayz client =
        client(
            builder ->
                builder.listener(
                    event -> {
                      if (event instanceof CallEvent.Sent && event.call().tags().isEmpty()) {
                        made.get()
                            .completeAsync(HELLO, CallOptions.builder().tag("a", "b").build())
                            .whenComplete((answer, failure) -> inner.complete(answer.text()));
                      } else if (event instanceof CallEvent.Finished) {
                        made.get().closeAsync();
                      }
                    }));
    made.set(client);
    call.set(client.completeAsync(HELLO));

    call.get().handle((answer, failure) -> null).join();
    assertThat(inner.join()).isNotEmpty();
  }

  @Test
  void neitherKeyNorPromptIsInAnEvent() {
    Gatewayz client = watched();
    gateway.reply(ErrorReply.envelope(400, "X", "You sent Bearer " + Wire.KEY + " and no more"));
    ChatRequest secret =
        ChatRequest.builder().model("gatewayz/a/b").user("a very private question").build();

    assertThrows(GatewayzException.class, () -> client.complete(secret));

    assertThat(events.toString()).doesNotContain(Wire.KEY).doesNotContain("private question");
    assertThat(String.valueOf(last().failure())).doesNotContain(Wire.KEY);
  }
}
