package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Completion;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.fault.ConnectionScript;
import dev.gatewayz.fault.FaultServer;
import dev.gatewayz.fault.Frame;
import dev.gatewayz.fault.Http2Peer;
import dev.gatewayz.observe.PoolState;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.CountingLoops;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.RecordedRequest;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How calls find a connection: limits, queue, opening ahead, ageing, and fairness. */
class PoolTest {
  private final CountingLoops oneLoop = new CountingLoops(1);

  @AfterEach
  void endLoop() {
    oneLoop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static List<CompletableFuture<Completion<String>>> calls(Gatewayz client, int count) {
    return IntStream.range(0, count).mapToObj(i -> client.completeAsync(ask("no. " + i))).toList();
  }

  private static void assertAnswered(List<CompletableFuture<Completion<String>>> calls) {
    assertThat(calls).allSatisfy(call -> assertThat(call.join().text()).isNotEmpty());
  }

  private static PoolState pool(Gatewayz client) {
    return client.poolsAsync().join().get(0);
  }

  @Test
  void case15_oneStreamAtATime() {
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(1).start();
        Gatewayz client = Wire.H2C.client(gateway).maxConnections(1, 1).build()) {
      assertAnswered(calls(client, 10));

      assertThat(gateway.counters().mostRequestsPerConnection()).isEqualTo(1);
      assertThat(gateway.counters().streamsRefused()).isZero();
    }
  }

  @Test
  void whoWaitsWhileAConnectionFailsIsGivenTheNext() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = Wire.HTTP_1_1.gateway().start();
        FaultServer proxy = FaultServer.start();
        Gatewayz client =
            Wire.HTTP_1_1
                .client(gateway)
                .eventLoopGroup(oneLoop)
                .apiBase("http://gateway.example")
                .allowPlaintext()
                .proxy("127.0.0.1:" + proxy.port())
                .maxRetries(0)
                .build()) {
      ConnectionScript tunnel =
          connection -> {
            connection.receiveUntil("\r\n\r\n");
            connection.send("HTTP/1.1 200 OK\r\n\r\n");
            connection.tunnelTo(gateway.port());
          };
      proxy.play(
          tunnel,
          connection -> {
            connection.receiveUntil("\r\n\r\n");
            connection.send("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
            connection.expectClosed();
          },
          tunnel);
      gateway.reply(Reply.chunks("long").after(1, Step.await(gate)));
      Probe<ChatChunk> busy = Probe.all(client.stream(ask("long")));
      busy.awaitItems(1);

      assertThat(client.complete(ask("short")).text()).isNotEmpty();

      assertThat(busy.isOpen()).isTrue();
      gate.open();
      busy.awaitCompletion();
    }
  }

  @Test
  void case16_aRaisedLimitLetsTheQueueIn() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(1).start();
        Gatewayz client = Wire.H2C.client(gateway).maxConnections(1, 1).build()) {
      gateway.respond(request -> Reply.text("x").first(Step.await(gate)));
      List<CompletableFuture<Completion<String>>> calls = calls(client, 100);
      Wire.awaitPools(client, pools -> pools.get(0).queued() == 99);

      gateway.maxConcurrentStreams(100);

      gateway.awaitCounters(counters -> counters.requestsOpen() == 100);
      gate.open();
      assertAnswered(calls);
      assertThat(gateway.counters().streamsRefused()).isZero();
    }
  }

  @Test
  void case16_aLoweredLimitKillsNobody() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(100).start();
        Gatewayz client = Wire.H2C.client(gateway).maxConnections(1, 1).build()) {
      gateway.respond(request -> Reply.text("x").first(Step.await(gate)));
      List<CompletableFuture<Completion<String>>> first = calls(client, 50);
      gateway.awaitCounters(counters -> counters.requestsOpen() == 50);
      int acknowledged = gateway.counters().settingsAcksReceived();

      gateway.maxConcurrentStreams(10);
      gateway.awaitCounters(counters -> counters.settingsAcksReceived() > acknowledged);
      List<CompletableFuture<Completion<String>>> second = calls(client, 10);

      Wire.awaitPools(client, pools -> pools.get(0).queued() == 10);
      assertThat(gateway.counters().requestsOpen()).isEqualTo(50);
      gate.open();
      assertAnswered(first);
      assertAnswered(second);
      assertThat(gateway.counters().streamsRefused()).isZero();
    }
  }

  @Test
  void case17_aServerThatTakesNothingMakesCallsLate() {
    try (FaultServer server = FaultServer.start()) {
      server.play(
          Http2Peer.script(
              peer -> {
                peer.handshake(Frame.settings(Frame.MAX_CONCURRENT_STREAMS, 0));
                peer.expectClosed();
              }));
      try (Gatewayz client =
          Asking.http2(server)
              .eventLoopGroup(oneLoop)
              .deadlines(Deadlines.DEFAULT.withAcquire(Duration.ofMillis(500)))
              .build()) {
        client.warmUpAsync(1).join();

        List<CompletableFuture<Completion<String>>> calls = calls(client, 1_024);

        assertThat(calls)
            .allSatisfy(
                call ->
                    assertThatThrownBy(call::join)
                        .cause()
                        .isInstanceOfSatisfying(
                            DeadlineExceededException.class,
                            e -> assertThat(e.phase()).isEqualTo(Phase.ACQUIRE)));
        assertThat(pool(client).queued()).isZero();
        assertThat(server.connections()).isEqualTo(1);
      }
      server.verify();
    }
  }

  @Test
  void callsThatWaitCanBeCancelled() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(1).start();
        Gatewayz client =
            Wire.H2C.client(gateway).eventLoopGroup(oneLoop).maxConnections(1, 1).build()) {
      gateway.reply(Reply.text("x").first(Step.await(gate)));
      List<CompletableFuture<Completion<String>>> calls = calls(client, 1_000);
      Wire.awaitPools(client, pools -> pools.get(0).queued() == 999);

      calls.subList(1, 999).forEach(call -> call.cancel(true));

      Wire.awaitPools(client, pools -> pools.get(0).queued() == 1);
      gate.open();
      assertAnswered(List.of(calls.get(0), calls.get(999)));
      assertThat(gateway.counters().requestsOpened()).isEqualTo(2);
    }
  }

  @Test
  void case18_aBurstBeforeTheSettingsBreaksNoLimit() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(100).start();
        Gatewayz client = Wire.H2C.client(gateway).build()) {
      gateway.respond(request -> Reply.text("x").first(Step.await(gate)));

      List<CompletableFuture<Completion<String>>> calls = calls(client, 250);

      gateway.awaitCounters(counters -> counters.requestsOpen() == 250);
      gate.open();
      assertAnswered(calls);
      assertThat(gateway.counters().streamsRefused()).isZero();
      assertThat(gateway.counters().mostRequestsPerConnection()).isLessThanOrEqualTo(100);
    }
  }

  @Test
  void aQueueGetsAsManyConnectionsAsItNeeds() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(8).start();
        Gatewayz client = Wire.H2C.client(gateway).eventLoopGroup(oneLoop).build()) {
      gateway.respond(request -> Reply.text("x").first(Step.await(gate)));

      List<CompletableFuture<Completion<String>>> calls = calls(client, 64);

      gateway.awaitCounters(counters -> counters.requestsOpen() == 64);
      // Eight carry them all; one more is opened ahead of the next call.
      assertThat(gateway.counters().connectionsOpened()).isBetween(8, 9);
      gate.open();
      assertAnswered(calls);
    }
  }

  @Test
  void aConnectionIsOpenedBeforeTheOthersAreFull() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(8).start();
        Gatewayz client = Wire.H2C.client(gateway).eventLoopGroup(oneLoop).build()) {
      gateway.respond(request -> Reply.text("x").first(Step.await(gate)));
      client.warmUpAsync(1).join();
      List<CompletableFuture<Completion<String>>> calls = new ArrayList<>(calls(client, 5));
      gateway.awaitCounters(counters -> counters.requestsOpen() == 5);
      assertThat(pool(client).connections() + pool(client).opening()).isEqualTo(1);

      calls.addAll(calls(client, 1));

      Wire.awaitPools(client, pools -> pools.get(0).connections() == 2);
      assertThat(pool(client).active()).isEqualTo(6);
      gate.open();
      assertAnswered(calls);
    }
  }

  @Test
  void connectionsOpenBeforeTheyAreNeeded() {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client = Wire.H2.client(gateway).build()) {
      client.warmUpAsync(5).join();

      assertThat(gateway.counters().connectionsOpen()).isEqualTo(5);
      assertThat(pool(client).connections()).isEqualTo(5);
      assertAnswered(calls(client, 20));
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(5);
    }
  }

  @Test
  void whatAPoolHoldsCanBeSeen() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(2).start();
        Gatewayz client = Wire.H2C.client(gateway).maxConnections(1, 1).build()) {
      gateway.respond(request -> Reply.text("x").first(Step.await(gate)));
      assertThat(client.poolsAsync().join()).isEmpty();

      List<CompletableFuture<Completion<String>>> calls = calls(client, 5);
      gateway.awaitCounters(counters -> counters.requestsOpen() == 2);

      String origin = "http://127.0.0.1:" + gateway.port();
      Wire.awaitPools(client, pools -> pools.equals(List.of(state(origin, 2, 3))));
      gate.open();
      assertAnswered(calls);
      Wire.awaitPools(client, pools -> pools.equals(List.of(state(origin, 0, 0))));
    }
  }

  private static PoolState state(String origin, int active, int queued) {
    return PoolState.builder().origin(origin).connections(1).active(active).queued(queued).build();
  }

  @Test
  void case34_anOldConnectionIsReplacedBeforeItGoesAndFinishesWhatItCarries() {
    Gate gate = Gate.closed();
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client =
            Wire.H2C
                .client(gateway)
                .eventLoopGroup(oneLoop)
                .maxConnectionAge(Duration.ofMillis(100))
                .build()) {
      gateway.reply(Reply.chunks("one", " two").after(2, Step.await(gate)));
      Probe<ChatChunk> probe = Probe.all(client.stream(ask("long")));
      probe.awaitItems(2);

      Wire.awaitPools(
          client, pools -> pools.get(0).draining() >= 1 && pools.get(0).connections() >= 1);

      gate.open();
      assertThat(probe.awaitCompletion()).hasSize(4);
      Wire.awaitPools(client, pools -> pools.get(0).draining() == 0);
    }
  }

  @Test
  void callsOfALoopAreSentInTheirOrder() {
    try (MockGateway gateway = Wire.HTTP_1_1.gateway().start();
        Gatewayz client =
            Wire.HTTP_1_1.client(gateway).eventLoopGroup(oneLoop).maxConnections(1, 1).build()) {
      assertAnswered(calls(client, 100));

      assertThat(gateway.requests().stream().map(RecordedRequest::prompt))
          .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "no. " + i).toList());
    }
  }

  @Test
  void case53_aBusyLoopCannotKeepTheOthersOut() {
    CountingLoops loops = new CountingLoops(2);
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger busy = new AtomicInteger();
    try (MockGateway gateway = Wire.HTTP_1_1.gateway().start();
        Gatewayz client =
            Wire.HTTP_1_1.client(gateway).eventLoopGroup(loops).maxConnections(4, 4).build()) {
      List<EventLoop> all = new ArrayList<>();
      for (EventExecutor loop : loops) {
        all.add((EventLoop) loop);
      }
      List<CompletableFuture<Void>> callers = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        CompletableFuture<Void> caller = new CompletableFuture<>();
        callers.add(caller);
        all.get(0).execute(() -> callOn(client, over, busy, caller));
      }
      gateway.awaitCounters(counters -> counters.connectionsOpen() == 4);

      for (int i = 0; i < 50; i++) {
        CompletableFuture<Completion<String>> call = new CompletableFuture<>();
        all.get(1)
            .execute(
                () ->
                    client
                        .completeAsync(ask("modest"))
                        .whenComplete(
                            (answer, failure) -> {
                              if (failure == null) {
                                call.complete(answer);
                              } else {
                                call.completeExceptionally(failure);
                              }
                            }));
        assertThat(call.join().text()).isNotEmpty();
      }

      over.set(true);
      callers.forEach(CompletableFuture::join);
      assertThat(busy).hasPositiveValue();
    } finally {
      over.set(true);
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  /** Calls again and again, until it is told to stop. */
  private static void callOn(
      Gatewayz client, AtomicBoolean over, AtomicInteger calls, CompletableFuture<Void> done) {
    client
        .completeAsync(ask("busy"))
        .whenComplete(
            (answer, failure) -> {
              calls.incrementAndGet();
              if (failure != null) {
                done.completeExceptionally(failure);
              } else if (over.get()) {
                done.complete(null);
              } else {
                callOn(client, over, calls, done);
              }
            });
  }

  @Test
  void noMoreConnectionsThanAllowedOverAllLoops() {
    CountingLoops loops = new CountingLoops(4);
    Gate gate = Gate.closed();
    try (MockGateway gateway = Wire.HTTP_1_1.gateway().start();
        Gatewayz client =
            Wire.HTTP_1_1.client(gateway).eventLoopGroup(loops).maxConnections(6, 6).build()) {
      gateway.respond(request -> Reply.text("x").first(Step.await(gate)));
      List<CompletableFuture<Completion<String>>> calls = calls(client, 100);
      gateway.awaitCounters(counters -> counters.requestsOpen() == 6);
      assertThat(pool(client).connections() + pool(client).opening()).isEqualTo(6);
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(6);
      gate.open();
      assertAnswered(calls);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }
}
