package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.blockhound.BlockHound;

/** That nothing blocks an event loop, whatever a call goes through. */
class BlockHoundTest {
  private static final List<Throwable> CAUGHT = new CopyOnWriteArrayList<>();
  private static volatile boolean watching;

  @BeforeAll
  static void install() {
    BlockHound.builder()
        .loadIntegrations()
        .dynamicThreadPredicate(is -> is.or(BlockHoundTest::isLoop))
        .nonBlockingThreadPredicate(is -> is.or(BlockHoundTest::isLoop))
        .blockingMethodCallback(method -> CAUGHT.add(new AssertionError(method.toString())))
        .install();
  }

  private static boolean isLoop(Thread thread) {
    return watching && thread instanceof FastThreadLocalThread;
  }

  @BeforeEach
  void watch() {
    CAUGHT.clear();
    watching = true;
  }

  @AfterEach
  void rest() {
    watching = false;
  }

  @Test
  void whoBlocksIsCaught() {
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client = Wire.H2C.client(gateway).build()) {
      client.completeAsync(ask("Hi")).thenRun(BlockHoundTest::block).join();
    }
    assertThat(CAUGHT).isNotEmpty();
  }

  private static void block() {
    try {
      // On the event loop, unless the answer was there before anybody could wait for it.
      CompletableFuture.runAsync(() -> {}).get();
      Thread.sleep(1);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void callsBlockNoLoop(Wire wire) {
    try (MockGateway gateway = wire.gateway().maxConcurrentStreams(10).start()) {
      Gatewayz client =
          wire.client(gateway).retries(Wire.promptly(1)).closeGrace(Duration.ofMillis(10)).build();
      client.warmUpAsync(2).join();
      gateway.respond(
          request ->
              switch (request.prompt()) {
                case "error" -> ErrorReply.capacity();
                case "cut" -> Reply.chunks("a").after(2, Step.reset(ErrorCode.INTERNAL_ERROR));
                case "silence" -> Reply.silence();
                case "large" -> Reply.text("x".repeat(500_000)).gzip();
                default -> Reply.chunks("a", "b", "c");
              });
      List<Probe<ChatChunk>> streams =
          IntStream.range(0, 20).mapToObj(i -> Probe.all(client.stream(ask("Hi")))).toList();
      streams.forEach(Probe::awaitCompletion);
      IntStream.range(0, 20).mapToObj(i -> client.completeAsync(ask("large"))).toList().stream()
          .forEach(CompletableFuture::join);
      Probe.all(client.stream(ask("cut"))).awaitFailure(GatewayzException.class);
      Probe.all(client.stream(ask("error"))).awaitFailure(GatewayzException.class);
      Probe<ChatChunk> silent = Probe.all(client.stream(ask("silence")));
      gateway.awaitCounters(counters -> counters.requestsOpen() == 1);
      silent.cancel();
      client.completeAsync(ask("silence"));
      gateway.awaitCounters(counters -> counters.requestsOpen() == 1);
      client.close();
    }
    assertThat(CAUGHT).isEmpty();
  }
}
