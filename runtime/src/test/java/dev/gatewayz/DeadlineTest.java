package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing waits for ever, and every deadline says which it was and what had come by then. */
class DeadlineTest extends Calls {
  private static final Duration SOON = Duration.ofMillis(150);
  private static final Duration LONG = Duration.ofSeconds(30);

  private Gatewayz client(Deadlines deadlines) {
    return client(builder -> builder.deadlines(deadlines));
  }

  @Test
  void theFirstToken() {
    Gatewayz client = client(Deadlines.DEFAULT.withFirstToken(SOON));
    gateway.reply(Reply.silence());

    assertThat(streamFailure(client)).isEqualTo(Phase.FIRST_TOKEN);
    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
  }

  @Test
  void idleBetweenPieces() {
    Gatewayz client = client(Deadlines.DEFAULT.withIdle(SOON));
    gateway.reply(Reply.chunks("so", " far").after(3, Step.stall()));

    DeadlineExceededException e =
        Probe.all(client.stream(HELLO)).awaitFailure(DeadlineExceededException.class);

    assertThat(e.phase()).isEqualTo(Phase.IDLE);
    assertThat(e.limit()).isEqualTo(SOON);
    assertThat(e.partial().text()).isEqualTo("so far");
    assertThat(e).hasMessageContaining("150 ms").hasMessageContaining("partial()");
  }

  @Test
  void anAnswerInOnePieceMayBeginLaterThanIdle() {
    Gatewayz client = client(Deadlines.DEFAULT.withIdle(Duration.ofMillis(400)));
    gateway.reply(
        Reply.text("late, and whole")
            .delay(Duration.ofMillis(1_000))
            .after(0, Step.pause(Duration.ofMillis(150))));

    assertThat(client.complete(HELLO).text()).isEqualTo("late, and whole");
  }

  @Test
  void anAnswerInOnePieceThatStopsIsIdleFromItsHead() {
    Gatewayz client = client(Deadlines.DEFAULT.withIdle(SOON));
    gateway.reply(Reply.text("never").delay(SOON.multipliedBy(2)).after(0, Step.stall()));

    assertThat(failure(client)).isEqualTo(Phase.IDLE);
  }

  @Test
  void commentsAreNoPieces() {
    Gatewayz client = client(Deadlines.DEFAULT.withIdle(SOON));
    Reply reply = Reply.chunks("so").after(2, Step.comment("keep-alive"));
    for (int i = 0; i < 50; i++) {
      reply = reply.after(2, Step.pause(Duration.ofMillis(20)), Step.comment("keep-alive"));
    }
    gateway.reply(reply.after(2, Step.stall()));

    assertThat(streamFailure(client)).isEqualTo(Phase.IDLE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"choices\":[]}",
        "{\"id\":\"\",\"model\":\"\",\"choices\":[],\"usage\":{\"prompt_tokens\":3}}",
        "{\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}",
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":null,\"tool_calls\":[]}}]}"
      })
  void chunksThatSayNothingAreNoSignOfLife(String nothing) {
    Gatewayz client = client(Deadlines.DEFAULT.withFirstToken(SOON).withIdle(SOON).withTotal(LONG));
    gateway.reply(
        keptAlive(Reply.chunks("so"), 0, nothing), keptAlive(Reply.chunks("so"), 2, nothing));

    assertThat(streamFailure(client)).isEqualTo(Phase.FIRST_TOKEN);
    assertThat(streamFailure(client)).isEqualTo(Phase.IDLE);
  }

  /** Sends that event every 20 ms for five seconds, then nothing. */
  private static Reply keptAlive(Reply reply, int after, String event) {
    Reply kept = reply;
    for (int i = 0; i < 250; i++) {
      kept = kept.after(after, Step.pause(Duration.ofMillis(20)), Step.event(event));
    }
    return kept.after(after, Step.stall());
  }

  @Test
  void theFirstTokenIsTheFirstThatTheModelSays() {
    Queue<String> heard = new ConcurrentLinkedQueue<>();
    Gate gate = Gate.closed();
    Gatewayz client =
        client(
            builder ->
                builder.listener(
                    event -> {
                      if (event instanceof CallEvent.FirstToken) {
                        heard.add("first token");
                      }
                    }));
    gateway.reply(
        Reply.events(
                "{\"choices\":[],\"usage\":{\"prompt_tokens\":3}}",
                "{\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"hm\"},\"finish_reason\":\"stop\"}]}",
                "[DONE]")
            .after(1, Step.await(gate)));
    Probe<ChatChunk> probe =
        Probe.of(
            client.stream(HELLO),
            chunk -> heard.add(chunk.choices().isEmpty() ? "keep-alive" : "thought"));
    probe.request(Long.MAX_VALUE);
    probe.awaitItems(1);
    gate.open();
    probe.awaitCompletion();

    assertThat(heard).containsExactly("keep-alive", "first token", "thought");
  }

  @Test
  void theWholeCall() {
    Gatewayz client = client(Deadlines.DEFAULT.withTotal(SOON));
    gateway.respond(request -> Reply.silence());

    assertThat(failure(client)).isEqualTo(Phase.TOTAL);
  }

  @Test
  void theWholeCallWithItsRetries() {
    Gatewayz client =
        client(
            builder ->
                builder
                    .deadlines(Deadlines.DEFAULT.withTotal(Duration.ofMillis(400)))
                    .retries(attempt -> Duration.ofMillis(20)));
    gateway.respond(request -> ErrorReply.capacity());

    Throwable e = assertThrows(RuntimeException.class, () -> client.complete(HELLO));

    // Either the deadline, or the last failure because a further wait would have passed it.
    assertThat(e).isInstanceOf(GatewayzException.class);
    assertThat(((GatewayzException) e).attempts()).isGreaterThan(1);
  }

  @Test
  void waitingForAConnection() {
    Gatewayz client =
        client(
            builder ->
                builder.maxConcurrentCalls(1, 10).deadlines(Deadlines.DEFAULT.withAcquire(SOON)));
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("a").first(Step.await(gate)));
    var first = client.completeAsync(HELLO);
    gateway.takeRequest();

    assertThat(failure(client)).isEqualTo(Phase.ACQUIRE);
    gate.open();
    first.join();
  }

  @Test
  void aPausedSubscriberIsNotTheServersFault() {
    Gatewayz client =
        client(
            Deadlines.DEFAULT.withIdle(SOON).withFirstToken(SOON).withTotal(SOON.multipliedBy(2)));
    Gate gate = Gate.closed();
    gateway.reply(Reply.chunks("one", " two").after(2, Step.await(gate)));

    Probe<ChatChunk> probe = Probe.of(client.stream(HELLO)).request(2);
    probe.awaitItems(2);
    // Meanwhile others run into their deadlines, so that more time than any deadline has passed.
    gateway.respond(request -> Reply.silence());
    for (int i = 0; i < 3; i++) {
      streamFailure(client);
    }
    assertThat(probe.isOpen()).isTrue();
    gate.open();

    probe.request(Long.MAX_VALUE).awaitCompletion();
  }

  @Test
  void perCall() {
    Gatewayz client = client();
    gateway.reply(Reply.silence());
    CallOptions options =
        CallOptions.builder().deadlines(Deadlines.DEFAULT.withTotal(SOON)).build();

    assertThatThrownBy(() -> client.complete(HELLO, options))
        .isInstanceOf(DeadlineExceededException.class);
    assertThat(client.complete(HELLO).text()).isNotEmpty();
  }

  @Test
  void perPrompt() {
    Gatewayz client = client();
    Prompt slow =
        Prompt.of("Slow.ask", "0", "gatewayz/a/b", "", "{\"role\":\"user\",\"content\":\"Hello\"}")
            .withDeadlines(0, 0, 0, 150);
    gateway.reply(Reply.silence());

    assertThatThrownBy(() -> Prompts.of(client).call(slow.render().raw(0), AnswerType.TEXT))
        .isInstanceOf(DeadlineExceededException.class)
        .hasMessageStartingWith("Slow.ask: ");
    CallOptions patient = CallOptions.builder().deadlines(Deadlines.DEFAULT).build();
    assertThat(Prompts.of(client).call(slow.render().options(patient).raw(0), AnswerType.TEXT))
        .isNotEmpty();
  }

  private Phase failure(Gatewayz client) {
    return assertThrows(DeadlineExceededException.class, () -> client.complete(HELLO)).phase();
  }

  private Phase streamFailure(Gatewayz client) {
    return Probe.all(client.stream(HELLO)).awaitFailure(DeadlineExceededException.class).phase();
  }
}
