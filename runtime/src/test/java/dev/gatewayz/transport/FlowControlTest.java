package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.Frame;
import dev.gatewayz.fault.Http2Peer;
import dev.gatewayz.fault.Http2Request;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Sse;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How much servers may send, and that slow consumers delay nobody but themselves. */
class FlowControlTest {
  private static final int FRAME = 16_384;

  /** The windows that a client has opened, as its server knows them. */
  private static final class Ledger {
    private final Http2Peer peer;
    private int initial = 65_535;
    private long connection = 65_535;
    private final java.util.Map<Integer, Long> streams = new java.util.HashMap<>();

    Ledger(Http2Peer peer) {
      this.peer = peer;
      Frame settings = peer.expectPreface();
      settings.setting(Frame.INITIAL_WINDOW_SIZE).ifPresent(size -> initial = (int) size);
      peer.send(Frame.settings(), Frame.settingsAck());
      settle();
    }

    long connection() {
      return connection;
    }

    long stream(int id) {
      return streams.getOrDefault(id, (long) initial);
    }

    /** Sends as soon as the client lets it. */
    void send(int id, byte[] bytes, boolean end) {
      while (stream(id) < bytes.length || connection < bytes.length) {
        read(peer.next());
      }
      peer.send(Frame.data(id, bytes, end));
      streams.put(id, stream(id) - bytes.length);
      connection -= bytes.length;
    }

    /** Reads what has come until the client answers a PING, so that nothing is on its way. */
    void settle() {
      peer.send(Frame.ping(4711));
      Frame frame = peer.next();
      while (frame.type() != Frame.PING) {
        read(frame);
        frame = peer.next();
      }
    }

    private void read(Frame frame) {
      if (frame.type() == Frame.WINDOW_UPDATE && frame.streamId() == 0) {
        connection += frame.increment();
      } else if (frame.type() == Frame.WINDOW_UPDATE) {
        streams.put(frame.streamId(), stream(frame.streamId()) + frame.increment());
      }
    }
  }

  /** One event of exactly so many bytes. */
  private static byte[] event(int size) {
    int rest = size - Sse.text("").length();
    return Sse.bytes(Sse.text("x".repeat(rest)));
  }

  @Test
  void case1_stalledConsumersLeaveTheConnectionToTheOthers() {
    CompletableFuture<long[]> windows = new CompletableFuture<>();
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                Ledger ledger = new Ledger(peer);
                List<Http2Request> requests = peer.expectRequests(3);
                requests.forEach(peer::respond);
                List<Integer> ids = requests.stream().map(Http2Request::streamId).toList();
                // The first event goes to the consumer, who asked for one; the rest fills windows.
                for (int stalled : ids.subList(0, 2)) {
                  ledger.send(stalled, event(300), false);
                  ledger.settle();
                  while (ledger.stream(stalled) > 0) {
                    int size = (int) Math.min(ledger.stream(stalled), FRAME);
                    ledger.send(stalled, size < 300 ? new byte[size] : event(size), false);
                  }
                }
                int moving = ids.get(2);
                for (int i = 0; i < 640; i++) {
                  ledger.send(moving, event(FRAME), false);
                }
                ledger.send(moving, Sse.bytes(Sse.finish() + Sse.done()), true);
                ledger.settle();
                windows.complete(
                    new long[] {
                      ledger.stream(ids.get(0)), ledger.stream(ids.get(1)), ledger.connection()
                    });
                peer.expectClosed();
              }));
      Probe.of(client.stream(ask("stalled"))).request(1);
      Probe.of(client.stream(ask("stalled"))).request(1);
      Probe<ChatChunk> moving = Probe.all(client.stream(ask("moving")));

      assertThat(moving.awaitCompletion()).hasSize(641);

      long[] left = windows.orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(left[0]).isZero();
      assertThat(left[1]).isZero();
      assertThat(left[2]).isGreaterThanOrEqualTo(512 * 1024);
    }
  }

  @Test
  void case3_framesOfOneByteCostNoMoreThanTheirBytes() {
    CompletableFuture<Void> alive = new CompletableFuture<>();
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                Ledger ledger = new Ledger(peer);
                Http2Request request = peer.expectRequest();
                peer.respond(request);
                ledger.send(request.streamId(), event(300), false);
                ledger.settle();
                // No more come: the window is shut. What they hold is less than one event.
                Frame[] tiny = new Frame[1_000];
                Arrays.fill(tiny, Frame.data(request.streamId(), "x", false));
                for (long left = ledger.stream(request.streamId()); left >= 1_000; left -= 1_000) {
                  peer.send(tiny);
                }
                peer.expectAlive();
                alive.complete(null);
                peer.answer(peer.expectRequest());
                peer.expectClosed();
              }));
      Probe<ChatChunk> paused = Probe.of(client.stream(ask("paused"))).request(1);
      paused.awaitItems(1);
      alive.orTimeout(20, TimeUnit.SECONDS).join();

      assertThat(client.complete(ask("another")).text()).isEqualTo("Hello");
      assertThat(paused.isOpen()).isTrue();
      paused.cancel();
    }
  }

  @Test
  void largeAnswersInOnePieceGetAWiderWindow() {
    try (FaultServer server = FaultServer.start();
        Gatewayz client = Asking.http2(server).maxConnections(1, 1).build()) {
      server.play(
          Http2Peer.script(
              peer -> {
                Http2Request request = peer.beginAnswer();
                peer.send(
                    Frame.data(request.streamId(), " ".repeat(FRAME), false), Frame.ping(4711));
                long widened = 0;
                Frame frame = peer.next();
                while (frame.type() != Frame.PING) {
                  if (frame.streamId() == request.streamId()) {
                    widened += frame.increment();
                  }
                  frame = peer.next();
                }
                assertThat(widened).isGreaterThan(900_000);
                peer.send(
                    Frame.data(
                        request.streamId(),
                        "{\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}",
                        true));
              }));

      assertThat(client.complete(ask("whole")).text()).isEqualTo("Hello");
      server.verify();
    }
  }

  @ParameterizedTest
  @EnumSource
  void case30_askingForOneAtATimeWithinTheCallbackIsNoRecursion(Wire wire) {
    int count = 5_000;
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).build()) {
      gateway.reply(Reply.chunks(Collections.nCopies(count, "x")));
      CompletableFuture<Integer> received = new CompletableFuture<>();

      client.stream(ask("much"))
          .subscribe(
              new Flow.Subscriber<>() {
                private Flow.Subscription subscription;
                private int text;

                @Override
                public void onSubscribe(Flow.Subscription s) {
                  subscription = s;
                  s.request(1);
                }

                @Override
                public void onNext(ChatChunk chunk) {
                  text += chunk.text().length();
                  subscription.request(1);
                }

                @Override
                public void onError(Throwable failure) {
                  received.completeExceptionally(failure);
                }

                @Override
                public void onComplete() {
                  received.complete(text);
                }
              });

      assertThat(received.join()).isEqualTo(count);
    }
  }
}
