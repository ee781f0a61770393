package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.support.CountingLoops;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The end of a client. */
class CloseTest {

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("gatewayz"))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void case49_noThreadAndNoConnectionIsLeft(Wire wire) throws Exception {
    Set<Thread> before = threads();
    List<Thread> ours;
    try (MockGateway gateway = wire.gateway().start()) {
      Gatewayz client = wire.client(gateway).build();
      client.warmUpAsync(2).join();
      assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
      ours = new ArrayList<>(threads());
      ours.removeAll(before);
      assertThat(ours).isNotEmpty();

      client.close();

      gateway.awaitCounters(counters -> counters.connectionsOpen() == 0);
    }
    for (Thread thread : ours) {
      thread.join(20_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void case49_closingOnALoopDoesNotBlockIt(Wire wire) throws Exception {
    CountingLoops loops = new CountingLoops(1);
    EventLoop loop = (EventLoop) loops.iterator().next();
    try (MockGateway gateway = wire.gateway().start()) {
      Gatewayz client =
          wire.client(gateway).eventLoopGroup(loops).closeGrace(Duration.ofMillis(50)).build();
      gateway.reply(Reply.chunks("one").after(2, Step.stall()));
      Probe<ChatChunk> probe = Probe.all(client.stream(ask("s")));
      probe.awaitItems(2);

      loop.submit(client::close).get(20, TimeUnit.SECONDS);
      client.closeAsync().get(20, TimeUnit.SECONDS);

      probe.awaitFailure(ClientClosedException.class);
      gateway.awaitCounters(counters -> counters.connectionsOpen() == 0);
      // The loops are not the client's, and still run.
      assertThat(loops.isShuttingDown()).isFalse();
      assertThat(loop.submit(() -> 42).get()).isEqualTo(42);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }

  @Test
  void loopsThatSomebodyElseHasEndedDoNotKeepAClientFromClosing() throws Exception {
    CountingLoops loops = new CountingLoops(2);
    try (MockGateway gateway = MockGateway.start()) {
      Gatewayz client = Wire.H2C.client(gateway).eventLoopGroup(loops).build();
      assertThat(client.complete(ask("Hi")).text()).isNotEmpty();

      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();

      assertThat(client.completeAsync(ask("late"))).isCompletedExceptionally();
      client.close();
    }
  }

  @Test
  void whatHasArrivedIsStillHandedOnWhenTheClientIsClosed() {
    try (MockGateway gateway = MockGateway.start()) {
      Gatewayz client = Wire.H2C.client(gateway).build();
      gateway.reply(Reply.chunks("one", " two", " three", " four"));
      Probe<ChatChunk> probe = Probe.of(client.stream(ask("s"))).request(2);
      probe.awaitItems(2);

      client.close();
      probe.request(1).awaitItems(3);
      probe.request(10);

      assertThat(probe.awaitCompletion())
          .extracting(ChatChunk::text)
          .containsSequence("one", " two", " three", " four");
    }
  }

  @Test
  void aStreamThatClosingHasCutEndsForWhoAsksLater() {
    try (MockGateway gateway = MockGateway.start()) {
      Gatewayz client = Wire.H2C.client(gateway).closeGrace(Duration.ofMillis(50)).build();
      gateway.reply(Reply.chunks("one", " two").after(3, Step.stall()));
      Probe<ChatChunk> probe = Probe.of(client.stream(ask("s"))).request(1);
      probe.awaitItems(1);

      client.close();
      probe.request(10);

      probe.awaitFailure(ClientClosedException.class);
    }
  }

  @Test
  void aReaderTakesTheRestOfItsAnswerFromAClosedClient() throws Exception {
    int pieces = 300;
    String[] words = new String[pieces];
    Arrays.setAll(words, i -> "w" + i + " ");
    try (MockGateway gateway = MockGateway.start()) {
      Gatewayz client = Wire.H2C.client(gateway).build();
      gateway.reply(Reply.chunks(words));
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch closed = new CountDownLatch(1);
      CompletableFuture<String> read =
          CompletableFuture.supplyAsync(
              () -> {
                try (Stream<ChatChunk> chunks = client.stream(ask("s")).blocking()) {
                  return chunks
                      .map(ChatChunk::text)
                      .peek(
                          piece -> {
                            begun.countDown();
                            await(closed);
                          })
                      .collect(Collectors.joining());
                }
              });
      begun.await();

      client.close();
      closed.countDown();

      assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo(String.join("", words));
    }
  }

  @Test
  void callsOnLoopsThatSomebodyElseEndsAreGivenTheirEnd() throws Exception {
    CountingLoops loops = new CountingLoops(2);
    try (MockGateway gateway = MockGateway.start()) {
      Gatewayz client =
          Wire.H2C
              .client(gateway)
              .eventLoopGroup(loops)
              .retries(Wire.promptly(2))
              .closeGrace(Duration.ofMinutes(5))
              .build();
      for (int i = 0; i < 6; i++) {
        gateway.reply(Reply.text("late").after(0, Step.stall()));
      }
      List<CompletableFuture<Completion<String>>> calls = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        calls.add(client.completeAsync(ask("Hi")));
      }
      gateway.awaitCounters(counters -> counters.requestsOpen() == 6);

      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
      CompletableFuture<Void> closed = client.closeAsync();

      closed.get(20, TimeUnit.SECONDS);
      for (CompletableFuture<Completion<String>> call : calls) {
        assertThat(call.handle((answer, failure) -> failure).get(20, TimeUnit.SECONDS))
            .isInstanceOf(GatewayzException.class);
      }
    }
  }

  @Test
  void case50_callsThatRaceTheEndAreAnsweredOrFailAsClosed() throws Exception {
    int seeds = 1_000;
    CountingLoops loops = new CountingLoops(2);
    try (MockGateway gateway = MockGateway.start()) {
      for (int seed = 0; seed < seeds; seed++) {
        Random random = new Random(seed);
        Wire wire = random.nextInt(4) == 0 ? Wire.HTTP_1_1 : Wire.H2C;
        Gatewayz client =
            wire.client(gateway).eventLoopGroup(loops).closeGrace(Duration.ofMillis(1)).build();
        List<CompletableFuture<Completion<String>>> calls = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Void> closer =
            CompletableFuture.runAsync(
                () -> {
                  await(go);
                  client.closeAsync();
                });
        int early = random.nextInt(3);
        for (int i = 0; i < 5; i++) {
          if (i == early) {
            go.countDown();
          }
          calls.add(client.completeAsync(ask("Hi")));
        }
        closer.join();
        client.closeAsync().orTimeout(20, TimeUnit.SECONDS).join();
        for (CompletableFuture<Completion<String>> call : calls) {
          try {
            assertThat(call.orTimeout(20, TimeUnit.SECONDS).join().text()).isNotEmpty();
          } catch (CompletionException e) {
            assertThat(e.getCause()).as("seed %d", seed).isInstanceOf(ClientClosedException.class);
          }
        }
      }
      gateway.awaitCounters(counters -> counters.connectionsOpen() == 0);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
