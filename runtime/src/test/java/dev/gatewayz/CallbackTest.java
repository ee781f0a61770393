package dev.gatewayz;

import static java.lang.System.Logger.Level.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.Calls;
import dev.gatewayz.support.Probe;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.testkit.log.Logs;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where the code of users runs that waits for answers. */
class CallbackTest extends Calls {
  private static final Duration SOON = Duration.ofSeconds(20);

  private final ExecutorService executor =
      Executors.newFixedThreadPool(4, task -> new Thread(task, "callback"));

  @AfterEach
  void shutDown() {
    executor.shutdownNow();
  }

  private static String thread() {
    return Thread.currentThread().getName();
  }

  @Test
  void futuresCompleteOnTheExecutor() {
    Gatewayz client = client(builder -> builder.callbackExecutor(executor));
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("hi").first(Step.await(gate)), Reply.text("bye"));

    CompletableFuture<String> where = client.completeAsync(HELLO).thenApply(answer -> thread());
    gate.open();

    assertThat(where).succeedsWithin(SOON).isEqualTo("callback");
    assertThat(client.complete(HELLO).text()).isEqualTo("bye");
  }

  @Test
  void streamsAreHandedOverInOrderOneAfterTheOther() {
    Gatewayz client = client(builder -> builder.callbackExecutor(executor));
    List<String> words = Stream.iterate(0, i -> i + 1).limit(2_000).map(i -> i + " ").toList();
    gateway.reply(Reply.chunks(words));
    AtomicInteger inside = new AtomicInteger();
    Set<String> threads = ConcurrentHashMap.newKeySet();
    List<String> got = Collections.synchronizedList(new CopyOnWriteArrayList<>());
    AtomicInteger overlaps = new AtomicInteger();

    CompletableFuture<Completion<String>> end =
        Prompts.of(client)
            .text(Asking.greeting("A.b").render().raw(0))
            .forEach(
                word -> {
                  overlaps.addAndGet(inside.getAndIncrement());
                  threads.add(thread());
                  got.add(word);
                  inside.decrementAndGet();
                });

    assertThat(end).succeedsWithin(SOON);
    assertThat(String.join("", got)).isEqualTo(String.join("", words));
    assertThat(overlaps).hasValue(0);
    assertThat(threads).containsExactly("callback");
    assertThat(end.join().text()).isEqualTo(String.join("", words));
  }

  @Test
  void anExecutorThatRunsAtOnceWillDo() {
    Gatewayz client = client(builder -> builder.callbackExecutor(Runnable::run));
    List<String> words = Stream.generate(() -> "x").limit(8_000).toList();
    gateway.reply(Reply.chunks(words));

    Probe<ChatChunk> probe = Probe.of(client.stream(HELLO));
    probe.request(1).awaitItems(1);

    assertThat(probe.request(Long.MAX_VALUE).awaitCompletion()).hasSizeGreaterThan(7_999);
  }

  @Test
  void aThreadOfTheExecutorMayBlockForAnotherCall() {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      Gatewayz client = client(builder -> builder.callbackExecutor(one));

      CompletableFuture<Long> second =
          client
              .completeAsync(HELLO)
              .thenApplyAsync(
                  answer -> {
                    client.complete(HELLO);
                    try (Stream<ChatChunk> chunks = client.stream(HELLO).blocking()) {
                      return chunks.count();
                    }
                  },
                  one);

      assertThat(second).succeedsWithin(SOON);
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void aCallWhoseTaskIsRejectedFails() {
    Gatewayz client =
        client(
            builder ->
                builder.callbackExecutor(
                    task -> {
                      throw new RejectedExecutionException("full");
                    }));

    assertThat(client.completeAsync(HELLO))
        .failsWithin(SOON)
        .withThrowableThat()
        .withCauseInstanceOf(RejectedExecutionException.class);
    Probe.all(client.stream(HELLO)).awaitFailure(RejectedExecutionException.class);
  }

  @Test
  void anExecutorThatClosesInTheMiddleOfAStreamEndsIt() {
    Gatewayz client = client(builder -> builder.callbackExecutor(executor));
    Gate gate = Gate.closed();
    gateway.reply(Reply.chunks("a", "b").after(1, Step.await(gate)));
    Probe<ChatChunk> probe = Probe.all(client.stream(HELLO));
    probe.awaitItems(1);

    executor.shutdown();
    gate.open();

    probe.awaitFailure(RejectedExecutionException.class);
  }

  @Test
  void codeThatHoldsALoopIsWarnedOfOnce(Logs logs) {
    Gatewayz client = client();
    gateway.respond(request -> Reply.chunks("a", "b"));

    for (int i = 0; i < 2; i++) {
      Probe.of(
              Prompts.of(client).text(Asking.greeting("Slow.reader").render().raw(0)),
              word -> busy())
          .request(Long.MAX_VALUE)
          .awaitCompletion();
    }
    client.close();

    assertThat(logs.take(WARNING, "held an event loop").message()).contains("Slow.reader");
  }

  @Test
  void aFutureThatHoldsALoopIsWarnedOf(Logs logs) {
    Gatewayz client = client();
    Gate gate = Gate.closed();
    gateway.reply(Reply.text("hi").first(Step.await(gate)));
    CompletableFuture<Void> slow =
        Prompts.of(client)
            .callAsync(Asking.greeting("Slow.future").render().raw(0), AnswerType.TEXT)
            .thenAccept(answer -> busy());
    gate.open();
    slow.join();
    client.close();

    assertThat(logs.take(WARNING, "held an event loop").message()).contains("Slow.future");
  }

  /** Works for longer than a loop may be held. */
  private static void busy() {
    long end = System.nanoTime() + Duration.ofMillis(150).toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
