package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.fault.ConnectionScript;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.Frame;
import dev.gatewayz.fault.Http2Peer;
import dev.gatewayz.fault.Http2Request;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Sse;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Servers that take leave, in all the ways they do. */
class GoAwayTest {

  /** Answers so many calls. */
  private static ConnectionScript answering(int calls) {
    return Http2Peer.script(
        peer -> {
          peer.handshake();
          for (int i = 0; i < calls; i++) {
            peer.answer(peer.expectRequest());
          }
        });
  }

  private static List<CompletableFuture<Completion<String>>> calls(Gatewayz client, int count) {
    return IntStream.range(0, count).mapToObj(i -> client.completeAsync(ask("Hi"))).toList();
  }

  @Test
  void case4_leaveInTwoPhasesIsNotNoticed() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                List<Http2Request> requests = peer.expectRequests(4);
                // An announcement: nothing is refused yet, and nothing new comes.
                peer.send(Frame.goAway(Integer.MAX_VALUE, ErrorCode.NO_ERROR, ""));
                peer.expectAlive();
                peer.send(Frame.goAway(requests.get(1).streamId(), ErrorCode.NO_ERROR, ""));
                peer.answer(requests.get(0));
                peer.answer(requests.get(1));
                peer.expectClosed();
              }),
          answering(2));

      assertThat(calls(client, 4))
          .allSatisfy(call -> assertThat(call.join().text()).isEqualTo("Hello"));
      server.verify();
    }
  }

  @Test
  void case5_whatWasNotProcessedIsSentAgainOnce() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                peer.expectRequests(50);
                peer.send(Frame.goAway(0, ErrorCode.NO_ERROR, ""));
                peer.expectClosed();
              }),
          Http2Peer.script(
              peer -> {
                peer.handshake();
                List<Http2Request> requests = peer.expectRequests(50);
                peer.expectQuiet();
                requests.forEach(peer::answer);
              }));

      assertThat(calls(client, 50))
          .allSatisfy(call -> assertThat(call.join().text()).isEqualTo("Hello"));
      server.verify();
    }
  }

  @Test
  void case6_leaveInAngerIsAFailureThatTellsWhy() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                peer.expectRequest();
                peer.send(Frame.goAway(0, ErrorCode.PROTOCOL_ERROR, "you are wrong"));
                peer.expectClosed();
              }));

      // It cannot be known that the request was not processed: some servers miscount.
      assertThatThrownBy(() -> client.complete(ask("Hi")))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("GOAWAY PROTOCOL_ERROR: you are wrong");
      server.verify();
    }
  }

  @Test
  void case7_leaveBeforeSettingsMovesOn() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).maxRetries(2).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.expectPreface();
                peer.send(Frame.goAway(0, ErrorCode.NO_ERROR, ""));
                peer.expectClosed();
              }),
          answering(1));

      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      server.verify();
      Wire.awaitPools(client, pools -> pools.get(0).opening() == 0 && pools.get(0).active() == 0);
    }
  }

  @Test
  void case8_leaveThatCrossesRequestsIsNotNoticedHoweverOften() {
    int count = 10;
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      for (int left = count; left > 0; left--) {
        int requests = left;
        // One request is all that a connection is good for, and that is not known before.
        server.play(
            Http2Peer.script(
                peer -> {
                  peer.handshake();
                  Http2Request first = peer.expectRequests(requests).get(0);
                  peer.send(Frame.goAway(first.streamId(), ErrorCode.NO_ERROR, ""));
                  peer.answer(first);
                  peer.expectClosed();
                }));
      }

      assertThat(calls(client, count))
          .allSatisfy(call -> assertThat(call.join().text()).isEqualTo("Hello"));
      server.verify();
      Wire.awaitPools(client, pools -> pools.get(0).active() == 0 && pools.get(0).queued() == 0);
    }
  }

  @Test
  void case9_aDrainingConnectionDoesNotCountAgainstTheLimit() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = Wire.H2C.gateway().start();
        Gatewayz client = Wire.H2C.client(gateway).maxConnections(1, 1).build()) {
      gateway.reply(Reply.chunks("one", "two").after(2, Step.goAway(), Step.await(gate)));
      Probe<ChatChunk> long1 = Probe.all(client.stream(ask("long")));
      long1.awaitItems(2);

      assertThat(client.complete(ask("short")).text()).isNotEmpty();

      assertThat(long1.isOpen()).isTrue();
      assertThat(client.poolsAsync().join().get(0).draining()).isEqualTo(1);
      gate.open();
      long1.awaitCompletion();
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(2);
    }
  }

  @Test
  void case9_noConnectionDrainsWithoutACallUnderWay() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = Wire.H2C.gateway().start();
        Gatewayz client = Wire.H2C.client(gateway).maxConnections(1, 1).build()) {
      gateway.respond(
          request -> Reply.chunks("one", "two").after(2, Step.goAway(), Step.await(gate)));
      List<Probe<ChatChunk>> probes = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        probes.add(Probe.all(client.stream(ask("long"))));
        probes.get(i).awaitItems(2);
      }
      Wire.awaitPools(client, pools -> pools.get(0).draining() == 5);

      probes.get(0).cancel();
      probes.get(1).cancel();

      Wire.awaitPools(client, pools -> pools.get(0).draining() == 3);
      gateway.awaitCounters(counters -> counters.connectionsOpen() == 3);
      gate.open();
      probes.subList(2, 5).forEach(Probe::awaitCompletion);
      Wire.awaitPools(client, pools -> pools.get(0).draining() == 0);
    }
  }

  @Test
  void case10_aLastStreamThatGrowsIsABreach() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                peer.expectRequests(3);
                peer.send(Frame.goAway(5, ErrorCode.NO_ERROR, ""));
                peer.send(Frame.goAway(7, ErrorCode.NO_ERROR, ""));
                peer.expectConnectionError(ErrorCode.PROTOCOL_ERROR);
              }));

      assertThat(calls(client, 3))
          .allSatisfy(
              call ->
                  assertThatThrownBy(call::join)
                      .isInstanceOf(CompletionException.class)
                      .hasCauseInstanceOf(GatewayzException.class));
      server.verify();
    }
  }

  @Test
  void streamsBelowTheLastOneRunOn() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                Http2Request request = peer.beginAnswer();
                peer.send(Frame.data(request.streamId(), Sse.text("one"), false));
                peer.send(Frame.goAway(request.streamId(), ErrorCode.NO_ERROR, ""));
                peer.expectAlive();
                peer.send(Frame.data(request.streamId(), Sse.answer("two"), true));
                peer.expectClosed();
              }));

      List<ChatChunk> chunks = Probe.all(client.stream(ask("Hi"))).awaitCompletion();

      assertThat(chunks).extracting(ChatChunk::text).containsExactly("one", "two", "");
      server.verify();
    }
  }

  @Test
  void aConnectionThatEndsAfterItsLeaveFailsWhatItCarried() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                Http2Request request = peer.beginAnswer();
                peer.send(Frame.data(request.streamId(), Sse.text("one"), false));
                peer.send(Frame.goAway(Integer.MAX_VALUE, ErrorCode.NO_ERROR, ""));
                peer.expectAlive();
                peer.connection().close();
              }));

      StreamInterruptedException e =
          Probe.all(client.stream(ask("Hi"))).awaitFailure(StreamInterruptedException.class);

      assertThat(e.partial().text()).isEqualTo("one");
      server.verify();
    }
  }

  /** Who has read "Pay 100" must not read "Pay 100 Pay 100 euros". */
  @Test
  void whatHasBegunIsNeverSentAgain() {
    for (boolean byReset : List.of(true, false)) {
      try (FaultServer server = FaultServer.start();
          Gatewayz client = Asking.http2(server).maxConnections(1, 1).maxRetries(2).build()) {
        server.play(
            Http2Peer.script(
                peer -> {
                  Http2Request request = peer.beginAnswer();
                  peer.send(Frame.data(request.streamId(), Sse.text("Pay 100"), false));
                  peer.send(
                      byReset
                          ? Frame.reset(request.streamId(), ErrorCode.REFUSED_STREAM)
                          : Frame.goAway(0, ErrorCode.NO_ERROR, ""));
                }));
        server.otherwise(answering(1));

        Probe<ChatChunk> probe = Probe.all(client.stream(ask("Hi")));

        assertThat(probe.awaitFailure(StreamInterruptedException.class).partial().text())
            .isEqualTo("Pay 100");
        assertThat(probe.items()).hasSize(1);
        assertThat(server.connections()).isEqualTo(1);
      }
    }
  }

  @Test
  void whatHasEndedIsNeverSentAgain() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).maxRetries(2).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                Http2Request request = peer.beginAnswer();
                peer.send(Frame.data(request.streamId(), Sse.answer("one"), false));
                peer.send(Frame.goAway(0, ErrorCode.NO_ERROR, ""));
                peer.expectClosed();
              }));

      List<ChatChunk> chunks = Probe.all(client.stream(ask("Hi"))).awaitCompletion();

      assertThat(chunks).extracting(ChatChunk::text).containsExactly("one", "");
      server.verify();
      assertThat(server.connections()).isEqualTo(1);
    }
  }

  @Test
  void case19_aServerWithoutSettingsIsNoServer() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client =
            Asking.http2(server)
                .maxConnections(1, 1)
                .deadlines(dev.gatewayz.Deadlines.DEFAULT.withAcquire(Duration.ofMillis(300)))
                .build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.expectPreface();
                peer.expectClosed();
              }));

      assertThatThrownBy(() -> client.complete(ask("Hi"))).isInstanceOf(GatewayzException.class);
      server.verify();
      Wire.awaitPools(client, pools -> pools.get(0).opening() == 0);
    }
  }

  @Test
  void case23_complaintsAboutPingsAreNotNoticed() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                peer.expectRequests(2);
                peer.send(Frame.goAway(0, ErrorCode.ENHANCE_YOUR_CALM, "too_many_pings"));
                peer.expectClosed();
              }),
          answering(2));

      assertThat(calls(client, 2))
          .allSatisfy(call -> assertThat(call.join().text()).isEqualTo("Hello"));
      server.verify();
    }
  }
}
