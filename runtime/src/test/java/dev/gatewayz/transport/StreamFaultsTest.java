package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.StreamErrorException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.Frame;
import dev.gatewayz.fault.HeaderBlock;
import dev.gatewayz.fault.Http2Peer;
import dev.gatewayz.fault.Http2Request;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Sse;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What servers do to single streams, and that the others do not suffer. */
class StreamFaultsTest {

  private static String textOf(Probe<ChatChunk> probe) {
    return probe.awaitCompletion().stream().map(ChatChunk::text).collect(Collectors.joining());
  }

  @Test
  void case11_aRefusedStreamIsSentAgainAndTwoMakeTheConnectionDrain() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                for (int i = 0; i < 2; i++) {
                  int id = peer.expectRequest().streamId();
                  peer.send(Frame.reset(id, ErrorCode.REFUSED_STREAM));
                }
                peer.expectClosed();
              }),
          Http2Peer.script(
              peer -> {
                peer.handshake();
                peer.answer(peer.expectRequest());
              }));

      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      server.verify();
    }
  }

  @Test
  void case11_aCallThatIsRefusedAgainAndAgainFails() {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client = Wire.H2C.client(gateway).build()) {
      gateway.reply(Reply.refused(), Reply.refused(), Reply.refused(), Reply.refused());

      assertThatThrownBy(() -> client.complete(ask("Hi")))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("REFUSED_STREAM");
      assertThat(gateway.unusedReplies()).isZero();
    }
  }

  @Test
  void case12_aResetBeforeTheHeadersHarmsNoOther() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client = Wire.H2C.client(gateway).maxConnections(1, 1).build()) {
      gateway.reply(
          Reply.chunks("one", " two").after(2, Step.await(gate)),
          Reply.nothingBut(Step.reset(ErrorCode.INTERNAL_ERROR)));
      Probe<ChatChunk> sibling = Probe.all(client.stream(ask("long")));
      sibling.awaitItems(2);

      assertThatThrownBy(() -> client.complete(ask("Hi")))
          .isInstanceOf(ConnectionException.class)
          .hasMessageContaining("INTERNAL_ERROR");

      gate.open();
      assertThat(textOf(sibling)).isEqualTo("one two");
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(1);
    }
  }

  @Test
  void case13_aResetInTheBodyIsAFailureWithWhatHadCome() {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client = Wire.H2C.client(gateway).build()) {
      gateway.reply(Reply.chunks("one", "two").after(2, Step.reset(ErrorCode.INTERNAL_ERROR)));

      Probe<ChatChunk> probe = Probe.all(client.stream(ask("Hi")));

      assertThat(probe.awaitFailure(StreamInterruptedException.class).partial().text())
          .isEqualTo("one");
      assertThat(probe.items()).hasSize(2);
    }
  }

  @Test
  void case14_aResetBehindTheWholeAnswerChangesNothing() {
    for (ErrorCode code : List.of(ErrorCode.NO_ERROR, ErrorCode.CANCEL)) {
      try (FaultServer server = FaultServer.start();
          Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
        server.play(
            Http2Peer.script(
                peer -> {
                  Http2Request request = peer.beginAnswer();
                  peer.send(
                      Frame.data(request.streamId(), Sse.answer("one"), false),
                      Frame.reset(request.streamId(), code));
                  peer.expectAlive();
                  // And one that has ended in order: a reset for it comes too late to matter.
                  request = peer.expectRequest();
                  peer.answer(request);
                  peer.send(Frame.reset(request.streamId(), code));
                  peer.expectAlive();
                  peer.answer(peer.expectRequest());
                }));

        assertThat(textOf(Probe.all(client.stream(ask("Hi"))))).isEqualTo("one");
        assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
        assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
        server.verify();
      }
    }
  }

  @Test
  void case32_aLostConnectionFailsItsCallsAtOnceAndSendsTheOthersElsewhere() {
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(100).start();
        Gatewayz client = Wire.H2C.client(gateway).maxConnections(1, 1).build()) {
      gateway.respond(
          request -> request.prompt().equals("dies") ? Reply.silence() : Reply.text("lives"));
      List<CompletableFuture<Completion<String>>> dying =
          IntStream.range(0, 100).mapToObj(i -> client.completeAsync(ask("dies"))).toList();
      gateway.awaitCounters(counters -> counters.requestsOpen() == 100);
      List<CompletableFuture<Completion<String>>> queued =
          IntStream.range(0, 100).mapToObj(i -> client.completeAsync(ask("lives"))).toList();
      Wire.awaitPools(client, pools -> pools.get(0).queued() == 100);

      gateway.abortConnections();

      assertThat(dying)
          .allSatisfy(
              call -> assertThatThrownBy(call::join).hasCauseInstanceOf(ConnectionException.class));
      assertThat(queued).allSatisfy(call -> assertThat(call.join().text()).isEqualTo("lives"));
    }
  }

  @Test
  void case40_aHeadThatIsTooLargeFailsItsCallOnly() {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client = Wire.H2C.client(gateway).maxConnections(1, 1).build()) {
      gateway.reply(Reply.text("x").header("x-large", "x".repeat(40_000)));

      assertThatThrownBy(() -> client.complete(ask("Hi"))).isInstanceOf(ProtocolException.class);

      assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(1);
    }
  }

  @Test
  void case40_aHeadWithoutEndEndsTheConnection() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                int id = peer.expectRequest().streamId();
                peer.send(Frame.headers(id, HeaderBlock.of(":status", "200"), false, false));
                for (int i = 0; i < 10_000; i++) {
                  peer.send(Frame.continuation(id, HeaderBlock.of("x" + i, "y"), false));
                }
                peer.expectConnectionError(ErrorCode.ENHANCE_YOUR_CALM);
              }));

      assertThatThrownBy(() -> client.complete(ask("Hi"))).isInstanceOf(GatewayzException.class);
      server.verify();
    }
  }

  @Test
  void case40_headersThatSwellWhenTheyAreUnpackedAreBounded() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                int id = peer.expectRequest().streamId();
                // One field of 4,000 bytes into the dynamic table, then thousands of references.
                byte[] field = HeaderBlock.of("x", "y".repeat(4_000));
                field[0] = 0x40;
                byte[] bomb = new byte[field.length + 8_000];
                System.arraycopy(field, 0, bomb, 0, field.length);
                java.util.Arrays.fill(bomb, field.length, bomb.length, (byte) 0xbe);
                peer.send(Frame.headers(id, bomb, false, true));
                peer.expectStreamError(
                    id,
                    ErrorCode.PROTOCOL_ERROR,
                    ErrorCode.ENHANCE_YOUR_CALM,
                    ErrorCode.COMPRESSION_ERROR);
              }));

      assertThatThrownBy(() -> client.complete(ask("Hi"))).isInstanceOf(GatewayzException.class);
      server.verify();
    }
  }

  @ParameterizedTest
  @EnumSource
  void case41_informationalResponsesAndTrailersAreNoNews(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      Reply reply =
          Reply.chunks("one", " two")
              .first(Step.inform(103), Step.inform(103))
              .trailer("x-checksum", "abc");
      gateway.reply(reply, reply);

      assertThat(textOf(Probe.all(client.stream(ask("Hi"))))).isEqualTo("one two");
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("one two");
    }
  }

  @Test
  void case41_aBodyThatIsNotAsLongAsItSaidIsAFailure() {
    for (String length : List.of("5", "100000")) {
      try (FaultServer server = FaultServer.start();
          Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
        server.play(
            Http2Peer.script(
                peer -> {
                  peer.handshake();
                  int id = peer.expectRequest().streamId();
                  peer.respond(
                      id,
                      false,
                      ":status",
                      "200",
                      "content-type",
                      "application/json",
                      "content-length",
                      length);
                  peer.send(Frame.data(id, "{\"choices\":[]}", true));
                  peer.expectStreamError(id, ErrorCode.PROTOCOL_ERROR);
                }));

        assertThatThrownBy(() -> client.complete(ask("Hi"))).isInstanceOf(GatewayzException.class);
        server.verify();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void case42_anEarlyAnswerStopsTheUpload(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).maxConnections(1, 1).build()) {
      gateway.reply(ErrorReply.plain(413, "too much").early());

      assertThatThrownBy(() -> client.complete(ask("x".repeat(8_000_000))))
          .isInstanceOf(ApiException.class);

      assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
      if (wire == Wire.H2C || wire == Wire.H2) {
        assertThat(gateway.counters().connectionsOpened()).isEqualTo(1);
      }
    }
  }

  @Test
  void aRequestThatIsCutOffBeforeItIsSentIsALostConnection() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake(Frame.settings(Frame.INITIAL_WINDOW_SIZE, 0));
                peer.expect(Frame.HEADERS);
                peer.connection().abort();
              }));

      assertThatThrownBy(() -> client.complete(ask("Hi")))
          .isInstanceOfSatisfying(
              ConnectionException.class,
              e -> assertThat(e.reason()).isEqualTo(ConnectionException.Reason.RESET));
    }
  }

  @Test
  void case43_aBodyThatSwellsWhenItIsUnpackedIsBounded() throws Exception {
    var packed = new java.io.ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      byte[] spaces = new byte[1 << 20];
      for (int i = 0; i < 256; i++) {
        gzip.write(spaces);
      }
    }
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client = Wire.H2C.client(gateway).build()) {
      gateway.reply(
          Reply.body(200, "application/json", packed.toByteArray())
              .header("content-encoding", "gzip"));

      assertThatThrownBy(() -> client.complete(ask("Hi"))).isInstanceOf(ProtocolException.class);
      assertThat(gateway.takeRequest().header("accept-encoding").orElse(""))
          .doesNotContain("br")
          .doesNotContain("zstd");
    }
  }

  @Test
  void case44_whatIsUnknownIsIgnored() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake(Frame.settings(0x0a0a, 7, 0xfafa, 9));
                Http2Request request = peer.expectRequest();
                peer.send(Frame.of(0x0b, 0xff, 0, (byte) 1), Frame.of(0xaa, 0, request.streamId()));
                peer.respond(request);
                peer.send(Frame.of(0xfa, 1, request.streamId(), (byte) 2));
                peer.send(Frame.data(request.streamId(), Sse.answer("one"), true));
              }));

      assertThat(textOf(Probe.all(client.stream(ask("Hi"))))).isEqualTo("one");
      server.verify();
    }
  }

  @Test
  void case44_aPushIsABreach() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                int id = peer.expectRequest().streamId();
                byte[] head =
                    HeaderBlock.of(
                        ":method", "GET", ":scheme", "http", ":authority", "a", ":path", "/");
                peer.send(Frame.pushPromise(id, 2, head));
                peer.expectConnectionError(ErrorCode.PROTOCOL_ERROR);
              }));

      assertThatThrownBy(() -> client.complete(ask("Hi"))).isInstanceOf(GatewayzException.class);
      server.verify();
    }
  }

  @Test
  void headersOfConnectionsAreToleratedThoughHttp2ForbidsThem() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                int id = peer.expectRequest().streamId();
                peer.respond(
                    id,
                    false,
                    ":status",
                    "200",
                    "content-type",
                    "text/event-stream",
                    "connection",
                    "keep-alive",
                    "keep-alive",
                    "timeout=5",
                    "X-Upper",
                    "case");
                peer.send(Frame.data(id, Sse.answer("one"), true));
              }));

      assertThat(textOf(Probe.all(client.stream(ask("Hi"))))).isEqualTo("one");
      server.verify();
    }
  }

  @ParameterizedTest
  @EnumSource
  void case46_anErrorInTheStreamIsNoSuccessEvenIfDoneFollows(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.reply(
          Reply.stream(Sse.text("one"), "data: {\"error\":{\"message\":\"no\"}}\n\n", Sse.done()));

      assertThat(
              Probe.all(client.stream(ask("Hi")))
                  .awaitFailure(StreamErrorException.class)
                  .partial()
                  .text())
          .isEqualTo("one");
    }
  }

  @ParameterizedTest
  @EnumSource
  void case47_doneIsTheEndEvenIfTheResponseGoesOn(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.reply(Reply.chunks("one", " two").last(Step.stall()));

      assertThat(textOf(Probe.all(client.stream(ask("Hi"))))).isEqualTo("one two");

      // The server had its moment to end by itself; then it is told to.
      Ending ending = gateway.takeRequest().awaitEnding();
      assertThat(ending.kind())
          .isEqualTo(
              wire == Wire.H2C || wire == Wire.H2 ? Ending.Kind.RESET : Ending.Kind.DISCONNECTED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void case48_anEndWithoutAFinishIsATruncation(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.reply(
          Reply.chunks("one").noFinishReason().noDone(), Reply.chunks("one", " two").noDone());

      Probe.all(client.stream(ask("Hi"))).awaitFailure(StreamTruncatedException.class);
      assertThat(textOf(Probe.all(client.stream(ask("Hi"))))).isEqualTo("one two");
    }
  }

  @Test
  void framesForStreamsThatWereCancelledAreDropped() {
    CompletableFuture<Void> quiet = new CompletableFuture<>();
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake();
                List<Integer> cancelled = new ArrayList<>();
                for (int i = 0; i < 5; i++) {
                  Http2Request request = peer.expectRequest();
                  peer.respond(request);
                  peer.send(Frame.data(request.streamId(), Sse.text("one"), false));
                  peer.expectReset(request.streamId(), ErrorCode.CANCEL);
                  cancelled.add(request.streamId());
                }
                for (int id : cancelled) {
                  peer.send(Frame.data(id, Sse.text("late"), false));
                  peer.send(Frame.data(id, Sse.finish(), true));
                }
                // Neither answers nor resets, only window updates for the connection.
                peer.expectQuiet();
                quiet.complete(null);
                peer.answer(peer.expectRequest());
              }));

      for (int i = 0; i < 5; i++) {
        Probe<ChatChunk> probe = Probe.all(client.stream(ask("Hi")));
        probe.awaitItems(1);
        probe.cancel();
      }
      quiet.orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("Hello");
      server.verify();
    }
  }
}
