package dev.gatewayz.transport;

import static dev.gatewayz.support.Asking.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.support.CountingLoops;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.Gate;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.usage.UsageRow;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls that end before their answer does, at any moment and by any thread. */
class CancelTest {
  private static final int SEEDS = 10_000;
  private static final int AT_ONCE = 200;

  /** A subscriber that cancels at a moment of its seed's choice. */
  private static final class Fickle implements Flow.Subscriber<ChatChunk> {
    private final int cancelAt;
    private final boolean elsewhere;
    private final ExecutorService others;
    private final AtomicInteger signals = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger late = new AtomicInteger();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private volatile boolean cancelled;
    private volatile Flow.Subscription subscription;

    Fickle(Random random, ExecutorService others) {
      this.cancelAt = random.nextInt(8) - 1;
      this.elsewhere = random.nextBoolean();
      this.others = others;
    }

    /** Cancels when as many signals have come as the seed says, here or on another thread. */
    private void turn() {
      if (signals.getAndIncrement() != cancelAt) {
        return;
      }
      if (elsewhere) {
        others.execute(this::cancel);
      } else {
        cancel();
        // From here on nothing may come: whoever cancels on the loop has the last word.
        cancelled = true;
      }
    }

    /** Whether it cancels only after signals that come from the server. */
    boolean isPatient() {
      return cancelAt < 0 || cancelAt > 1;
    }

    void cancel() {
      subscription.cancel();
      over.complete(null);
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
      subscription = s;
      turn();
      s.request(3);
      s.request(Long.MAX_VALUE);
      turn();
    }

    @Override
    public void onNext(ChatChunk chunk) {
      late.addAndGet(cancelled || ends.get() > 0 ? 1 : 0);
      turn();
    }

    @Override
    public void onError(Throwable failure) {
      end();
    }

    @Override
    public void onComplete() {
      end();
    }

    private void end() {
      late.addAndGet(cancelled ? 1 : 0);
      ends.incrementAndGet();
      turn();
      over.complete(null);
    }
  }

  @Test
  void case28_cancelAtEveryMomentByAnyThread() throws Exception {
    CountingLoops loops = new CountingLoops(2);
    ExecutorService others = Executors.newFixedThreadPool(2);
    Random random = new Random(28);
    // Little room, so that calls are cancelled in the queue, too.
    try (MockGateway gateway =
            MockGateway.builder().maxConcurrentStreams(20).keepRequests(1).start();
        Gatewayz client =
            Wire.H2C.client(gateway).maxConnections(2, 2).eventLoopGroup(loops).build()) {
      gateway.respond(request -> replyOf(request.prompt()));
      List<EventLoop> all = new ArrayList<>();
      loops.forEach(loop -> all.add((EventLoop) loop));
      for (int begun = 0; begun < SEEDS; begun += AT_ONCE) {
        List<Fickle> fickle = new ArrayList<>();
        List<CompletableFuture<?>> over = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          String prompt = Integer.toString(random.nextInt(5));
          boolean onLoop = random.nextBoolean();
          EventLoop loop = all.get(random.nextInt(2));
          if (random.nextInt(4) == 0) {
            CompletableFuture<Completion<String>> call = client.completeAsync(ask(prompt));
            over.add(call.handle((answer, failure) -> null));
            if (onLoop) {
              loop.execute(() -> call.cancel(true));
            } else {
              others.execute(() -> call.cancel(true));
            }
          } else {
            Fickle subscriber = new Fickle(random, others);
            fickle.add(subscriber);
            over.add(subscriber.over);
            // Only those who give up by themselves are left without an answer.
            String answered = subscriber.isPatient() ? "1" : prompt;
            Flow.Publisher<ChatChunk> publisher = client.stream(ask(answered));
            if (onLoop) {
              loop.execute(() -> publisher.subscribe(subscriber));
            } else {
              publisher.subscribe(subscriber);
            }
          }
        }
        CompletableFuture.allOf(over.toArray(CompletableFuture<?>[]::new))
            .get(60, TimeUnit.SECONDS);
        for (Fickle one : fickle) {
          // Whoever has not cancelled has had exactly one end.
          assertThat(one.late.get()).isZero();
          assertThat(one.ends.get()).isLessThanOrEqualTo(1);
        }
      }
      Wire.awaitPools(client, pools -> pools.get(0).active() + pools.get(0).queued() == 0);
      gateway.awaitCounters(counters -> counters.requestsOpen() == 0);
      assertThat(client.usageTracker().snapshot().rows())
          .extracting(UsageRow::outcome)
          .extracting(Object::toString)
          .contains("SUCCESS", "CANCELLED");
      // And the connections are as good as new.
      assertThat(client.complete(ask("1")).text()).isNotEmpty();
    } finally {
      others.shutdown();
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }

  private static Reply replyOf(String kind) {
    return switch (kind) {
      case "0" -> Reply.silence();
      case "1" -> Reply.chunks("a", "b", "c", "d");
      case "2" -> Reply.chunks("a", "b").split(3);
      case "3" -> Reply.chunks("a").after(1, Step.end());
      default -> Reply.refused();
    };
  }

  @Test
  void case29_manyCancelsDoNotCostTheConnectionOfTheOthers() {
    Gate gate = Gate.closed();
    CountingLoops loops = new CountingLoops(1);
    try (MockGateway gateway =
            MockGateway.builder().resetLimit(200, Duration.ofSeconds(30)).start();
        Gatewayz client = Wire.H2C.client(gateway).eventLoopGroup(loops).build()) {
      gateway.respond(
          request ->
              request.prompt().equals("stays")
                  ? Reply.chunks("one", " two").after(2, Step.await(gate))
                  : Reply.chunks("x").after(2, Step.stall()));
      Probe<ChatChunk> stays = Probe.all(client.stream(ask("stays")));
      stays.awaitItems(2);

      for (int i = 0; i < 500; i++) {
        Probe<ChatChunk> goes = Probe.all(client.stream(ask("goes")));
        goes.awaitItems(2);
        goes.cancel();
      }

      gate.open();
      assertThat(stays.awaitCompletion()).hasSize(4);
      assertThat(gateway.counters().requestsOpened()).isEqualTo(501);
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  @Test
  void case29_whoeverCancelsEverythingLeavesNothingRunning() {
    CountingLoops loops = new CountingLoops(1);
    try (MockGateway gateway = MockGateway.builder().maxConcurrentStreams(250).start();
        Gatewayz client =
            Wire.H2C.client(gateway).maxConnections(2, 2).eventLoopGroup(loops).build()) {
      gateway.respond(
          request ->
              request.prompt().equals("goes")
                  ? Reply.chunks("x").after(2, Step.stall())
                  : Reply.text("x"));
      List<Probe<ChatChunk>> probes = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        probes.add(Probe.all(client.stream(ask("goes"))));
      }
      probes.forEach(probe -> probe.awaitItems(2));

      probes.forEach(Probe::cancel);

      gateway.awaitCounters(counters -> counters.requestsOpen() == 0);
      assertThat(client.complete(ask("Hi")).text()).isEqualTo("x");
    } finally {
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"H2C", "H2"})
  void case21_aDeadlineEndsItsStreamAndNothingElse(Wire wire) {
    try (MockGateway gateway = wire.gateway().start();
        Gatewayz client = wire.client(gateway).maxConnections(1, 1).build()) {
      Gate gate = Gate.closed();
      gateway.reply(
          Reply.chunks("one", " two").after(1, Step.await(gate)),
          Reply.chunks("x").after(2, Step.stall()));
      Probe<ChatChunk> sibling = Probe.all(client.stream(ask("long")));
      sibling.awaitItems(1);
      CallOptions impatient =
          CallOptions.builder()
              .deadlines(Deadlines.DEFAULT.withIdle(Duration.ofMillis(200)))
              .build();

      Probe.all(client.stream(ask("Hi"), impatient)).awaitFailure(DeadlineExceededException.class);

      gate.open();
      assertThat(sibling.awaitCompletion()).hasSize(4);
      assertThat(client.complete(ask("Hi")).text()).isNotEmpty();
      assertThat(gateway.counters().connectionsOpened()).isEqualTo(1);
      assertThat(gateway.counters().resetsReceived()).isEqualTo(1);
    }
  }
}
