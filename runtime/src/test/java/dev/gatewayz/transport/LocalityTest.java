package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.Completion;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.support.CountingLoops;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import io.netty.channel.EventLoop;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which thread does what: calls of a loop stay on it, those of others are handed over once. */
class LocalityTest {

  @ParameterizedTest
  @EnumSource
  void case51_aCallFromALoopIsHandedToNobody(Wire wire) throws Exception {
    CountingLoops loops = new CountingLoops(2);
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).eventLoopGroup(loops).build()) {
      gateway.respond(request -> Reply.chunks("one", "two"));
      EventLoop loop = (EventLoop) loops.iterator().next();
      // The first one looks up the host and opens the connection.
      loop.submit(() -> client.completeAsync(ask("first"))).get().join();
      Set<Thread> threads = ConcurrentHashMap.newKeySet();
      CompletableFuture<Completion<String>> whole = new CompletableFuture<>();
      CompletableFuture<Probe<ChatChunk>> streamed = new CompletableFuture<>();
      int before = loops.handOffs();

      loop.execute(
          () -> {
            client
                .completeAsync(ask("whole"))
                .whenComplete(
                    (answer, failure) -> {
                      threads.add(Thread.currentThread());
                      Probe<ChatChunk> probe =
                          Probe.of(
                              client.stream(ask("streamed")),
                              chunk -> threads.add(Thread.currentThread()));
                      streamed.complete(probe.request(Long.MAX_VALUE));
                      whole.complete(answer);
                    });
            threads.add(Thread.currentThread());
          });

      assertThat(whole.get(20, TimeUnit.SECONDS).text()).isEqualTo("onetwo");
      streamed.get(20, TimeUnit.SECONDS).awaitCompletion();
      // One is the test's own.
      assertThat(loops.handOffs() - before).isEqualTo(1);
      assertThat(threads).hasSize(1);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }

  @ParameterizedTest
  @EnumSource
  void case51_aCallFromElsewhereIsHandedOverOnce(Wire wire) throws Exception {
    CountingLoops loops = new CountingLoops(1);
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).eventLoopGroup(loops).build()) {
      gateway.respond(request -> Reply.chunks("one", "two"));
      client.complete(ask("first"));
      int before = loops.handOffs();

      client.complete(ask("whole"));
      assertThat(loops.handOffs() - before).isEqualTo(1);

      Probe.all(client.stream(ask("streamed"))).awaitCompletion();
      assertThat(loops.handOffs() - before).isEqualTo(2);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }
}
