package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.Concurrency;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.Prompts;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.observe.GatewayzListener;
import dev.gatewayz.support.CountingLoops;
import dev.gatewayz.support.FullLoops;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Event loops of users may be full for a while, and each of them may end by itself. */
class UsersLoopsTest {
  private static final Prompt LOOK =
      Prompt.of("T.look", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"look\"}");

  @ParameterizedTest
  @EnumSource
  void whatAFullLoopDoesNotTakeIsGivenToItAgain(Wire wire) throws Exception {
    FullLoops loops = new FullLoops(2);
    try (MockGateway gateway = wire.gateway().start()) {
      Gatewayz client =
          wire.client(gateway)
              .eventLoopGroup(loops)
              .maxConcurrentCalls(2, 100)
              .concurrency(Concurrency.adaptive(1, 2))
              .build();

      assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
      gateway.reply(Reply.chunks("a", "b", "c"));
      Probe<ChatChunk> slow = Probe.of(client.stream(ask("Hi")));
      for (int i = 0; slow.request(1).isOpen() && i < 20; i++) {
        slow.awaitItems(Math.min(i + 1, 3));
      }
      assertThat(slow.request(10).awaitCompletion()).extracting(ChatChunk::text).contains("b");
      toolsRun(client, gateway);
      aLongPromptIsHidden(client, gateway);
      manyWait(client);
      oneIsCancelled(client, gateway);
      assertThat(client.pools()).isNotEmpty();
      client.closeAsync().get(30, TimeUnit.SECONDS);

      assertThat(loops.refused()).isGreaterThan(10);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }

  private static void toolsRun(Gatewayz client, MockGateway gateway) {
    Tools tools =
        Tools.of(
            (tool, in) -> {
              in.skip();
              return () -> "seen";
            },
            "look");
    gateway.reply(Reply.toolCalls(new FunctionCall("look", "{}")), Reply.text("done"));
    assertThat(Prompts.of(client).call(LOOK.render().raw(0).tools(tools, 1), AnswerType.TEXT))
        .isEqualTo("done");
  }

  private static void aLongPromptIsHidden(Gatewayz client, MockGateway gateway) {
    String secret = "a word ".repeat(20_000);
    gateway.reply(ErrorReply.openAi(400, "t", null, "bad: " + secret.substring(0, 500)));
    assertThatThrownBy(() -> client.complete(ask(secret)))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("[prompt]");
  }

  private static void manyWait(Gatewayz client) {
    List<CompletableFuture<?>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(client.completeAsync(ask("Hi " + i)));
    }
    CompletableFuture.allOf(calls.toArray(CompletableFuture<?>[]::new))
        .orTimeout(30, TimeUnit.SECONDS)
        .join();
  }

  /**
   * What is cancelled before the loop has taken it tells of its end if it tells of its beginning.
   */
  @Test
  void whatIsCancelledAtOnceEndsOnce() throws Exception {
    FullLoops loops = new FullLoops(1);
    Map<Long, Integer> open = new ConcurrentHashMap<>();
    GatewayzListener listener =
        event -> {
          if (event instanceof CallEvent.Queued) {
            open.merge(event.call().sequence(), 1, Integer::sum);
          } else if (event instanceof CallEvent.Finished) {
            open.merge(event.call().sequence(), -1, Integer::sum);
          }
        };
    try (MockGateway gateway = MockGateway.start()) {
      Gatewayz client = Wire.H2C.client(gateway).eventLoopGroup(loops).listener(listener).build();
      for (int i = 0; i < 50; i++) {
        client.completeAsync(ask("Hi")).cancel(true);
      }
      client.complete(ask("Hi"));
      client.closeAsync().get(30, TimeUnit.SECONDS);

      assertThat(open.values()).isNotEmpty().containsOnly(0);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }

  private static void oneIsCancelled(Gatewayz client, MockGateway gateway) {
    gateway.reply(Reply.silence());
    CompletableFuture<?> silent = client.completeAsync(ask("Hi"));
    gateway.awaitCounters(counters -> counters.requestsOpen() == 1);
    silent.cancel(true);
    gateway.awaitCounters(counters -> counters.requestsOpen() == 0);
  }

  @Test
  void callsGoToTheLoopsThatAreLeft() throws Exception {
    CountingLoops loops = new CountingLoops(3);
    try (MockGateway gateway = MockGateway.start();
        Gatewayz client =
            Wire.H2C.client(gateway).eventLoopGroup(loops).maxConnections(2, 2).build()) {
      for (int i = 0; i < 6; i++) {
        client.complete(ask("Hi"));
      }
      EventExecutor first = loops.iterator().next();
      first.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();

      for (int i = 0; i < 6; i++) {
        assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
      }
      Probe.all(client.stream(ask("Hi"))).awaitCompletion();
      client.models();
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }
}
