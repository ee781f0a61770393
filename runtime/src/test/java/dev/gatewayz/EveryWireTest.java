package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Protocol;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds whichever way a client and a gateway talk. */
class EveryWireTest {

  private static ChatRequest ask(String text) {
    return ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini").user(text).build();
  }

  @ParameterizedTest
  @EnumSource
  void answersWhole(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.reply(Reply.text("Grüße, 世界 🌍"));

      Completion<String> answer = client.complete(ask("Hi"));

      assertThat(answer.text()).isEqualTo("Grüße, 世界 🌍");
      RecordedRequest request = gateway.takeRequest();
      assertThat(request.protocol()).isEqualTo(wire.protocol());
      assertThat(request.isSecure()).isEqualTo(wire.isSecure());
      assertThat(request.header("content-type")).contains("application/json");
      assertThat(request.header("accept")).contains("application/json");
      assertThat(request.header("content-length"))
          .contains(Integer.toString(request.body().length));
      assertThat(request.header("user-agent")).contains("gatewayz-java");
      assertThat(request.awaitEnding().kind()).isEqualTo(Ending.Kind.ANSWERED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void answersPieceByPiece(Wire wire) {
    Gate gate = Gate.closed();
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      // The first event has the role and no text.
      gateway.reply(Reply.chunks("one", " two", " three").after(3, Step.await(gate)));

      Probe<ChatChunk> probe = Probe.all(client.stream(ask("Count")));
      probe.awaitItems(3);
      assertThat(probe.isOpen()).isTrue();
      gate.open();

      assertThat(
              probe.awaitCompletion().stream().map(ChatChunk::text).collect(Collectors.joining()))
          .isEqualTo("one two three");
    }
  }

  @ParameterizedTest
  @EnumSource
  void anyPartitionOfTheBytesIsTheSame(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      for (int size : new int[] {1, 2, 3, 7, 61, 1_000}) {
        gateway.reply(
            Reply.chunks("Grüße", ", 世界 🌍", "\u2028", " \"x\"\n").split(size),
            Reply.text("Grüße, 世界 🌍\u2028 \"x\"\n").split(size));

        List<ChatChunk> chunks = Probe.all(client.stream(ask("s"))).awaitCompletion();

        assertThat(chunks.stream().map(ChatChunk::text).collect(Collectors.joining()))
            .isEqualTo("Grüße, 世界 🌍\u2028 \"x\"\n")
            .isEqualTo(client.complete(ask("w")).text());
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void connectionsAreUsedAgain(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      for (int i = 0; i < 50; i++) {
        client.complete(ask("whole " + i));
        Probe.all(client.stream(ask("streamed " + i))).awaitCompletion();
      }
      assertThat(gateway.counters().connectionsOpened()).isLessThanOrEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void manyCallsAtATime(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.respond(request -> Reply.text("re: " + request.prompt()));

      List<CompletableFuture<Completion<String>>> answers =
          IntStream.range(0, 300).mapToObj(i -> client.completeAsync(ask("no. " + i))).toList();

      for (int i = 0; i < answers.size(); i++) {
        assertThat(answers.get(i).join().text()).isEqualTo("re: no. " + i);
      }
      if (wire.protocol() == Protocol.HTTP_2) {
        assertThat(gateway.counters().streamsRefused()).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void errorsAreTyped(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.reply(ErrorReply.capacity(), ErrorReply.capacity());

      assertThatThrownBy(() -> client.complete(ask("w")))
          .isInstanceOfSatisfying(
              ServiceUnavailableException.class,
              e -> {
                assertThat(e.status()).isEqualTo(503);
                assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(5));
              });
      assertThat(
              Probe.all(client.stream(ask("s")))
                  .awaitFailure(ServiceUnavailableException.class)
                  .attempts())
          .isEqualTo(1);
      // And the connection is still good for something.
      assertThat(client.complete(ask("again")).text()).isNotEmpty();
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aStreamThatIsCutHandsOverWhatItHad(Wire wire) {
    for (Step cut : List.of(Step.close(), Step.abort(), Step.reset(ErrorCode.INTERNAL_ERROR))) {
      Gate gate = Gate.closed();
      try (MockGateway gateway = wire.gateway().start();
          Gatewayz client = wire.client(gateway).build()) {
        gateway.reply(Reply.chunks("so", " far", " so good").after(3, Step.await(gate), cut));

        Probe<ChatChunk> probe = Probe.all(client.stream(ask("s")));
        probe.awaitItems(3);
        gate.open();

        StreamInterruptedException e = probe.awaitFailure(StreamInterruptedException.class);
        assertThat(e.partial().text()).isEqualTo("so far");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void cancellingStopsTheServer(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.reply(
          Reply.chunks("one", "two").after(2, Step.stall()), Reply.silence(), Reply.silence());

      Probe<ChatChunk> probe = Probe.all(client.stream(ask("s")));
      probe.awaitItems(2);
      probe.cancel();
      assertStopped(wire, gateway.takeRequest());

      CompletableFuture<Completion<String>> future = client.completeAsync(ask("w"));
      RecordedRequest request = gateway.takeRequest();
      future.cancel(true);
      assertStopped(wire, request);

      assertThat(probe.isOpen()).isTrue();
      assertThat(client.usageTracker().snapshot().rows())
          .anySatisfy(row -> assertThat(row.outcome()).hasToString("CANCELLED"));
    }
  }

  private static void assertStopped(Wire wire, RecordedRequest request) {
    Ending ending = request.awaitEnding();
    if (wire.protocol() == Protocol.HTTP_2) {
      assertThat(ending.isResetBy(ErrorCode.CANCEL)).isTrue();
    } else {
      assertThat(ending.kind()).isEqualTo(Ending.Kind.DISCONNECTED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aSlowSubscriberHoldsTheServerBack(Wire wire) {
    String piece = "x".repeat(1_000);
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).maxAnswerSize(32 << 20).build()) {
      gateway.reply(Reply.chunks(Collections.nCopies(20_000, piece)));

      Probe<ChatChunk> probe = Probe.of(client.stream(ask("much"))).request(3);
      probe.awaitItems(3);
      gateway.awaitCounters(counters -> counters.repliesBlocked() == 1);

      // 20 MB were to be sent; a window and the sockets' buffers are all that is.
      assertThat(gateway.counters().bytesSent()).isLessThan(15_000_000);
      assertThat(probe.items()).hasSize(3);
      probe.request(Long.MAX_VALUE);
      assertThat(probe.awaitCompletion().stream().mapToLong(chunk -> chunk.text().length()).sum())
          .isEqualTo(20_000_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void largeRequestsArriveWhole(Wire wire) {
    String text = "Grüße ".repeat(200_000);
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      client.complete(ask(text));

      assertThat(gateway.takeRequest().prompt()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void largeAnswersArriveWhole(Wire wire) {
    String text = "0123456789".repeat(300_000);
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.reply(Reply.text(text), Reply.text(text).gzip());

      assertThat(client.complete(ask("w")).text()).isEqualTo(text);
      assertThat(client.complete(ask("w")).text()).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aGatewayThatGoesAwayIsNotNoticed(Wire wire) {
    try (MockGateway gateway = wire.gateway().requestsPerConnection(20).start();
        Gatewayz client = wire.client(gateway).build()) {
      for (int i = 0; i < 20; i++) {
        assertThat(client.complete(ask("no. " + i)).text()).isNotEmpty();
      }
      List<CompletableFuture<Completion<String>>> answers =
          IntStream.range(0, 50).mapToObj(i -> client.completeAsync(ask("no. " + i))).toList();
      assertThat(answers).allSatisfy(answer -> assertThat(answer.join().text()).isNotEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  void idleConnectionsThatWereClosedAreNotNoticed(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      for (int i = 0; i < 20; i++) {
        assertThat(client.complete(ask("no. " + i)).text()).isNotEmpty();
        gateway.closeIdleConnections();
        Wire.awaitPools(client, pools -> pools.stream().allMatch(pool -> pool.connections() == 0));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingEndsCallsThatAreUnderWay(Wire wire) {
    try (MockGateway gateway = wire.gateway().start()) {
      Gatewayz client = wire.client(gateway).closeGrace(Duration.ofMillis(1)).build();
      gateway.reply(Reply.chunks("one").after(2, Step.stall()), Reply.silence());
      Probe<ChatChunk> probe = Probe.all(client.stream(ask("s")));
      probe.awaitItems(2);
      CompletableFuture<Completion<String>> whole = client.completeAsync(ask("w"));
      gateway.awaitCounters(counters -> counters.requestsOpen() == 2);

      client.close();
      client.close();

      assertThat(probe.awaitFailure(ClientClosedException.class).partial().text()).isEqualTo("one");
      assertThatThrownBy(whole::join).hasCauseInstanceOf(ClientClosedException.class);
      assertThatThrownBy(() -> client.complete(ask("late")))
          .isInstanceOf(ClientClosedException.class);
      gateway.awaitCounters(counters -> counters.connectionsOpen() == 0);
    }
  }

  @ParameterizedTest
  @EnumSource
  void closingLetsCallsFinish(Wire wire) {
    Gate gate = Gate.closed();
    try (MockGateway gateway = wire.gateway().start()) {
      Gatewayz client = wire.client(gateway).build();
      gateway.reply(Reply.text("done").first(Step.await(gate)));
      CompletableFuture<Completion<String>> answer = client.completeAsync(ask("w"));
      gate.awaitWaiting(1, Duration.ofSeconds(20));

      CompletableFuture<Void> closed = client.closeAsync();
      assertThat(closed).isNotDone();
      gate.open();

      assertThat(answer.join().text()).isEqualTo("done");
      closed.join();
    }
  }

  @ParameterizedTest
  @EnumSource
  void silentDeathIsAnError(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.reply(Reply.disconnect());

      assertThatThrownBy(() -> client.complete(ask("w")))
          .isNotInstanceOf(ApiException.class)
          .isInstanceOf(ConnectionException.class);
    }
  }
}
