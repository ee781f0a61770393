package dev.gatewayz;

import static java.lang.System.Logger.Level.ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Ending;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Blocking is for threads that may: event loops are told at once, others can be interrupted. */
class BlockingTest {
  private static final ChatRequest HELLO =
      ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini").user("Hello").build();
  private static final Prompt PROMPT =
      Prompt.of("P.p", "0", "gatewayz/m", "", "{\"role\":\"user\",\"content\":\"Hello\"}");

  private static MockGateway gateway;
  private static EventLoopGroup group;
  private static Gatewayz client;

  @BeforeAll
  static void start() {
    gateway = MockGateway.start();
    group = new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
    client = Wire.H2C.client(gateway).eventLoopGroup(group, NioSocketChannel::new).build();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    client.close();
    gateway.close();
    assertThat(group.isShuttingDown()).isFalse();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).sync();
  }

  @AfterEach
  void forget() {
    gateway.reset();
  }

  @Test
  void blockingOnAnEventLoopIsAnErrorAtOnce() throws Exception {
    for (Runnable blocking :
        List.<Runnable>of(
            () -> client.complete(HELLO),
            () -> Prompts.of(client).call(PROMPT.render().raw(0), AnswerType.TEXT),
            () -> Prompts.of(client).complete(PROMPT.render().raw(0), AnswerType.TEXT),
            () -> Prompts.of(client).text(PROMPT.render().raw(0)).blocking().count())) {
      assertThatThrownBy(() -> group.submit(blocking).get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("event loop");
    }
    assertThat(gateway.counters().requestsOpened()).isZero();
  }

  @Test
  void waitingForAFutureOnAnEventLoopIsAnErrorAtOnce() throws Exception {
    List<Consumer<CompletableFuture<?>>> waits =
        List.of(
            CompletableFuture::join,
            future -> {
              try {
                future.get(20, TimeUnit.SECONDS);
              } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new AssertionError(e);
              }
            });
    for (Consumer<CompletableFuture<?>> wait : waits) {
      gateway.reply(Reply.silence());
      CompletableFuture<?> answer = client.completeAsync(HELLO);
      assertThatThrownBy(() -> group.submit(() -> wait.accept(answer)).get(20, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .cause()
          .hasMessageContaining("would block an event loop");
      assertThat(answer.cancel(true)).isTrue();
    }
    gateway.reset();
    CompletableFuture<?> done = client.completeAsync(HELLO);
    done.get(20, TimeUnit.SECONDS);
    group.submit(done::join).get(20, TimeUnit.SECONDS);
  }

  @Test
  void asyncCallsOnAnEventLoopStayOnIt() throws Exception {
    Thread loop = group.submit(Thread::currentThread).get();
    for (int i = 0; i < 20; i++) {
      CompletableFuture<Thread> completedBy = new CompletableFuture<>();
      var next = group.next();
      Thread caller = next.submit(Thread::currentThread).get();
      next.execute(
          () ->
              client
                  .completeAsync(HELLO)
                  .whenComplete((answer, failure) -> completedBy.complete(Thread.currentThread())));
      assertThat(completedBy.get(20, TimeUnit.SECONDS)).isSameAs(caller);
    }
    assertThat(loop.isAlive()).isTrue();
  }

  @Test
  void anInterruptEndsTheWaitAndTheCall() throws Exception {
    gateway.reply(Reply.silence());
    CompletableFuture<Throwable> thrown = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                client.complete(HELLO);
              } catch (Throwable t) {
                thrown.complete(t);
              }
            });
    thread.start();
    var request = gateway.takeRequest();
    thread.interrupt();

    assertThat(thrown.get(20, TimeUnit.SECONDS)).hasMessageContaining("interrupted");
    assertThat(request.awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
  }

  @Test
  void theTextOfABlockingStreamComesAsItIsWritten() {
    gateway.reply(Reply.chunks("one", " two", " three"));
    try (Stream<String> text = Prompts.of(client).text(PROMPT.render().raw(0)).blocking()) {
      assertThat(text).containsExactly("one", " two", " three");
    }
  }

  @Test
  void closingABlockingStreamEarlyEndsTheCall() {
    gateway.reply(Reply.chunks("one", " two").after(2, Step.stall()));
    try (Stream<String> text = Prompts.of(client).text(PROMPT.render().raw(0)).blocking()) {
      Iterator<String> pieces = text.iterator();
      assertThat(pieces.next()).isEqualTo("one");
    }
    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
  }

  @Test
  void aSubscriberThatThrowsEndsItsOwnCallOnly(Logs logs) {
    gateway.reply(Reply.chunks("one", " two").after(3, Step.stall()));
    Probe.of(
            client.stream(HELLO),
            (ChatChunk chunk) -> {
              throw new IllegalStateException("a bug of the subscriber");
            })
        .request(1);
    assertThat(gateway.takeRequest().awaitEnding().kind()).isEqualTo(Ending.Kind.RESET);
    assertThat(client.complete(HELLO).text()).isNotEmpty();
    assertThat(logs.take(ERROR, "A subscriber threw; its call is cancelled.").thrown())
        .hasMessage("a bug of the subscriber");
  }

  @Test
  void aSubscriberMayCallFromWithin() {
    CompletableFuture<Completion<String>> inner = new CompletableFuture<>();
    Probe<ChatChunk> probe =
        Probe.of(
            client.stream(HELLO),
            chunk -> {
              if (!inner.isDone()) {
                client.completeAsync(HELLO).thenAccept(inner::complete);
              }
            });
    probe.request(Long.MAX_VALUE).awaitCompletion();
    assertThat(inner.join().text()).isNotEmpty();
  }
}
