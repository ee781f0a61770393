package dev.gatewayz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.codegen.AnswerType;
import dev.gatewayz.codegen.Prompt;
import dev.gatewayz.codegen.Rendering;
import dev.gatewayz.codegen.Tools;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.internal.call.Vitals;
import dev.gatewayz.observe.CallEvent;
import dev.gatewayz.support.Asking;
import dev.gatewayz.support.CountingLoops;
import dev.gatewayz.support.Probe;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.FunctionCall;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.usage.Budget;
import dev.gatewayz.usage.Outcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Wherever a call is when it is cancelled, when its client closes or its time is over, it ends
 * once, is told and counted once, and gives back all that it held.
 */
class EveryEndTest {
  private static final String MODEL = "gatewayz/openai/gpt-4o-mini";
  private static final Prompt ASK =
      Prompt.of("Ender.ask", "0", MODEL, "", "{\"role\":\"user\",\"content\":\"Hello\"}");
  private static final AnswerType<Integer> NUMBER = AnswerType.of(in -> in.int32());
  private static final CallOptions STILL_THERE =
      CallOptions.builder().deadlines(Deadlines.DEFAULT.withTotal(Duration.ofSeconds(20))).build();
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

  /** Where the call is. */
  enum Place {
    /** Another call has the only place of the client. */
    IN_LINE,
    /** Another request has the only turn at the gateway. */
    WITHOUT_TURN,
    /** Another request has the only connection. */
    WITHOUT_CONNECTION,
    SILENT,
    ARRIVING,
    /** More has arrived than the subscriber has asked for. */
    PAUSED,
    BEFORE_RETRY,
    RACING,
    SECOND_ARRIVING,
    TOOL_RUNS,
    TOOL_PROMISED,
    /** Its tools have run, and another call has taken its place. */
    BACK_IN_LINE,
    AFTER_TOOLS,
    CORRECTING;

    /** Whether a call of that kind comes there. */
    boolean isFor(Caller caller, Wire wire, End end) {
      return switch (this) {
        case WITHOUT_CONNECTION -> wire == Wire.HTTP_1_1;
        // No deadline runs against a subscriber that wants nothing.
        case PAUSED -> caller.isStreamed && end != End.LATE;
        // A pause that would pass the deadline is not begun.
        case BEFORE_RETRY -> end != End.LATE;
        case CORRECTING -> !caller.isStreamed;
        default -> true;
      };
    }
  }

  /** How it ends. */
  enum End {
    CANCELLED,
    CLOSED,
    LATE
  }

  /** Who makes it, and through what. */
  enum Caller {
    WHOLE(false, false),
    STREAM(true, false),
    WHOLE_BEHIND_INTERCEPTORS(false, true),
    STREAM_BEHIND_INTERCEPTORS(true, true);

    final boolean isStreamed;
    final boolean isIntercepted;

    Caller(boolean isStreamed, boolean isIntercepted) {
      this.isStreamed = isStreamed;
      this.isIntercepted = isIntercepted;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "H2C, CANCELLED",
    "H2C, CLOSED",
    "H2C, LATE",
    "HTTP_1_1, CANCELLED",
    "HTTP_1_1, CLOSED",
    "HTTP_1_1, LATE"
  })
  void aCallEndsOnceAndNothingOfItIsLeft(Wire wire, End end) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    CountingLoops loops = new CountingLoops(2);
    Map<String, Scene> scenes = new ConcurrentHashMap<>();
    try (MockGateway gateway = wire.gateway().start()) {
      gateway.respond(
          request ->
              request
                  .header("x-scene")
                  .map(scene -> scenes.get(scene).next())
                  .orElseGet(() -> Reply.text("still there")));
      List<Future<?>> played = new ArrayList<>();
      for (Place place : Place.values()) {
        for (Caller caller : Caller.values()) {
          if (place.isFor(caller, wire, end)) {
            boolean own = end == End.CLOSED && (place.ordinal() + caller.ordinal()) % 2 == 0;
            Scene scene = new Scene(place, caller, end);
            scenes.put(scene.name, scene);
            GatewayzBuilder builder = wire.client(gateway);
            played.add(
                threads.submit(() -> scene.play(own ? builder : builder.eventLoopGroup(loops))));
          }
        }
      }
      for (Future<?> scene : played) {
        scene.get();
      }
      gateway.awaitCounters(
          counters -> counters.requestsOpen() == 0 && counters.connectionsOpen() == 0);
    } finally {
      threads.shutdownNow();
      loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).get();
    }
  }

  /** One call that ends in that way in that place. */
  private static final class Scene {
    private final Place place;
    private final Caller caller;
    private final End end;
    private final String name;
    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final Semaphore asked = new Semaphore(0);
    private final Semaphore toolRuns = new Semaphore(0);
    private final CountDownLatch toolStopped = new CountDownLatch(1);
    private final Queue<CallEvent> events = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<?>> others = new ArrayList<>();
    private boolean isOver;
    private NettyGatewayz client;

    Scene(Place place, Caller caller, End end) {
      this.place = place;
      this.caller = caller;
      this.end = end;
      this.name = place + "/" + caller + "/" + end;
    }

    Reply next() {
      asked.release();
      Reply reply = replies.poll();
      return reply == null ? Reply.silence() : reply;
    }

    Void play(GatewayzBuilder builder) throws Exception {
      client = (NettyGatewayz) settings(builder).build();
      try {
        if (caller.isStreamed) {
          playStream();
        } else {
          playWhole();
        }
        leaveAlone();
        assertToldOnce();
        assertNothingIsLeft();
        if (end != End.CLOSED) {
          assertThat(client.complete(Asking.ask("Hi"), STILL_THERE).text())
              .as(name)
              .isEqualTo("still there");
        }
      } catch (Throwable t) {
        throw new AssertionError(name + ": " + t.getMessage() + ", events " + events, t);
      } finally {
        client.close();
      }
      return null;
    }

    private GatewayzBuilder settings(GatewayzBuilder builder) {
      builder
          .maxConcurrentCalls(place == Place.IN_LINE || place == Place.BACK_IN_LINE ? 1 : 2, 5)
          .concurrency(Concurrency.fixed(place == Place.WITHOUT_TURN ? 1 : 8))
          .maxConnections(1, place == Place.WITHOUT_CONNECTION ? 1 : 4)
          .retries(attempt -> place == Place.BEFORE_RETRY ? Duration.ofSeconds(60) : null)
          .budget(Budget.calls("calls", 1_000, Duration.ofDays(1)))
          .budget(Budget.tokens("tokens", 1_000_000_000, Duration.ofDays(1)))
          .closeGrace(Duration.ofMillis(1))
          .listener(
              event -> {
                if ("Ender.ask".equals(event.call().promptId())) {
                  events.add(event);
                }
              });
      return caller.isIntercepted ? builder.interceptor(PASSING).interceptor(PASSING) : builder;
    }

    private CallOptions options(boolean ofSubject) {
      CallOptions.Builder options = CallOptions.builder().header("x-scene", name);
      if (ofSubject && (place == Place.RACING || place == Place.SECOND_ARRIVING)) {
        options.hedgeAfter(Duration.ofMillis(1));
      }
      if (ofSubject && end == End.LATE) {
        options.deadlines(Deadlines.DEFAULT.withTotal(Duration.ofMillis(400)));
      }
      return options.build();
    }

    private Rendering ask() {
      Rendering ask = ASK.render().raw(0).options(options(true));
      return switch (place) {
        case TOOL_RUNS, TOOL_PROMISED, BACK_IN_LINE, AFTER_TOOLS -> ask.tools(tools(), 3);
        case CORRECTING -> ask.repair(1);
        default -> ask;
      };
    }

    private void playWhole() throws Exception {
      prepare();
      CompletableFuture<Integer> answer = Prompts.of(client).callAsync(ask(), NUMBER);
      if (end != End.LATE) {
        awaitPlace(() -> true);
      }
      if (end == End.CANCELLED) {
        answer.cancel(true);
      } else if (end == End.CLOSED) {
        client.closeAsync().get(20, TimeUnit.SECONDS);
      }
      Throwable failure = answer.handle((value, thrown) -> thrown).get(20, TimeUnit.SECONDS);
      assertThat(failure).isInstanceOf(expected());
    }

    private void playStream() throws Exception {
      prepare();
      Probe<String> probe = Probe.of(Prompts.of(client).text(ask()));
      probe.request(place == Place.PAUSED ? 1 : Long.MAX_VALUE);
      if (end != End.LATE) {
        awaitPlace(() -> !probe.items().isEmpty());
      }
      if (end == End.CANCELLED) {
        probe.cancel();
        probe.cancel();
      } else if (end == End.CLOSED) {
        client.closeAsync().get(20, TimeUnit.SECONDS);
        probe.request(10);
        assertThat(probe.awaitEnd()).isInstanceOf(expected());
      } else {
        assertThat(probe.awaitEnd()).isInstanceOf(expected());
      }
    }

    private Class<? extends Throwable> expected() {
      return switch (end) {
        case CANCELLED -> CancellationException.class;
        case CLOSED -> ClientClosedException.class;
        case LATE -> DeadlineExceededException.class;
      };
    }

    private void prepare() throws InterruptedException {
      switch (place) {
        case IN_LINE, WITHOUT_TURN, WITHOUT_CONNECTION -> occupy();
        case ARRIVING -> replies.add(arriving());
        case SECOND_ARRIVING -> {
          replies.add(Reply.silence());
          replies.add(arriving());
        }
        case PAUSED -> replies.add(Reply.chunks("1", "2", "3", "4").after(4, Step.stall()));
        case BEFORE_RETRY -> replies.add(ErrorReply.timeout());
        case TOOL_RUNS, TOOL_PROMISED, BACK_IN_LINE, AFTER_TOOLS ->
            replies.add(Reply.toolCalls(new FunctionCall("look", "{}")));
        case CORRECTING -> replies.add(Reply.text("seven"));
        default -> {}
      }
    }

    private Reply arriving() {
      return caller.isStreamed
          ? Reply.chunks("1", "2").after(2, Step.stall())
          : Reply.text("12345").split(20).afterBytes(40, Step.stall());
    }

    /** Another call takes what there is one of, unless a tool comes too late to do so. */
    private void occupy() throws InterruptedException {
      synchronized (others) {
        if (isOver) {
          return;
        }
        replies.add(Reply.silence());
        others.add(client.completeAsync(Asking.ask("Hi"), options(false)));
      }
      hasAsked(1);
    }

    private void leaveAlone() {
      synchronized (others) {
        isOver = true;
        others.forEach(other -> other.cancel(false));
      }
    }

    private void awaitPlace(BooleanSupplier hasPiece) throws InterruptedException {
      switch (place) {
        case IN_LINE, BACK_IN_LINE -> await(() -> vitals().waiting() == 1);
        case WITHOUT_TURN -> await(() -> vitals().admitted() == 2);
        case WITHOUT_CONNECTION ->
            await(() -> client.pools().stream().anyMatch(pool -> pool.queued() == 1));
        case SILENT -> hasAsked(1);
        case RACING, AFTER_TOOLS, CORRECTING -> hasAsked(2);
        case ARRIVING, PAUSED -> {
          hasAsked(1);
          await(hasPiece);
        }
        case SECOND_ARRIVING -> {
          hasAsked(2);
          await(hasPiece);
        }
        case BEFORE_RETRY ->
            await(() -> events.stream().anyMatch(CallEvent.Retried.class::isInstance));
        case TOOL_RUNS, TOOL_PROMISED -> hasComeTo(toolRuns, 1);
      }
    }

    private void hasAsked(int times) throws InterruptedException {
      hasComeTo(asked, times);
    }

    private static void hasComeTo(Semaphore place, int times) throws InterruptedException {
      assertThat(place.tryAcquire(times, 20, TimeUnit.SECONDS)).as("the call gets there").isTrue();
    }

    private static void await(BooleanSupplier wish) {
      long until = System.nanoTime() + PATIENCE;
      while (!wish.getAsBoolean()) {
        assertThat(System.nanoTime() - until).as("the call does not get there").isNegative();
        Thread.yield();
      }
    }

    private Tools tools() {
      return Tools.of(
          (tool, in) -> {
            in.skip();
            return this::look;
          },
          "look");
    }

    private Object look() throws InterruptedException {
      if (place == Place.BACK_IN_LINE) {
        occupy();
        return "seen";
      }
      toolRuns.release();
      if (place == Place.TOOL_PROMISED) {
        CompletableFuture<Object> promised = new CompletableFuture<>();
        promised.whenComplete((value, failure) -> toolStopped.countDown());
        return promised;
      }
      if (place == Place.TOOL_RUNS) {
        try {
          new CountDownLatch(1).await();
        } finally {
          toolStopped.countDown();
        }
      }
      return "seen";
    }

    private void assertToldOnce() throws InterruptedException {
      await(() -> events.stream().anyMatch(CallEvent.Finished.class::isInstance));
      assertThat(events.stream().filter(CallEvent.Queued.class::isInstance)).hasSize(1);
      assertThat(events.stream().filter(CallEvent.Finished.class::isInstance))
          .hasSize(1)
          .first()
          .satisfies(
              event ->
                  assertThat(((CallEvent.Finished) event).outcome())
                      .isEqualTo(end == End.CANCELLED ? Outcome.CANCELLED : Outcome.FAILURE));
      if ((place == Place.TOOL_RUNS || place == Place.TOOL_PROMISED) && end != End.LATE) {
        assertThat(toolStopped.await(20, TimeUnit.SECONDS)).as("the tool is stopped").isTrue();
      }
    }

    private void assertNothingIsLeft() {
      if (end != End.CLOSED) {
        await(() -> vitals().isZero());
      }
      assertThat(
              client.usageTracker().snapshot().rows().stream()
                  .filter(row -> row.promptId().equals("Ender.ask"))
                  .mapToLong(row -> row.calls())
                  .sum())
          .isEqualTo(1);
      // What was guessed is given back: what was used is what the model said, at most.
      assertThat(client.budgets().get(1).used()).isLessThan(new BigDecimal(100_000));
    }

    private Vitals vitals() {
      return client.vitals().join();
    }
  }

  /** Passes on, a moment later, and holds on to neither answer nor pieces. */
  private static final Interceptor PASSING =
      new Interceptor() {
        @Override
        public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
          return CompletableFuture.runAsync(() -> {})
              .thenCompose(nothing -> next.proceed(call))
              .thenApply(answer -> answer);
        }

        @Override
        public Flow.Publisher<ChatChunk> stream(OutgoingCall call, StreamNext next) {
          Flow.Publisher<ChatChunk> chunks = next.proceed(call);
          return chunks::subscribe;
        }
      };
}
