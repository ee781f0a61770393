package dev.gatewayz.soak;

import dev.gatewayz.CallOptions;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatRequest;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.observe.PoolState;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.ErrorCode;
import dev.gatewayz.testkit.ErrorReply;
import dev.gatewayz.testkit.LeakGuard;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.testkit.Reply;
import dev.gatewayz.testkit.Step;
import dev.gatewayz.usage.UsageRow;
import io.netty.util.internal.PlatformDependent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Holds 2,000 streams open over HTTP/2 and HTTP/1.1 for some minutes while everything goes wrong
 * that can: a gateway that takes leave, resets, refuses, stalls and lowers its limits, and callers
 * that are slow or change their minds. In the end every call must have ended in one way, no buffer
 * may be lost, every connection must be free, and the memory must be what it was.
 */
public final class Soak {
  private static final int STREAMS = 2_000;
  private static final int HTTP1_CONNECTIONS = 400;
  private static final int HTTP2_CONNECTIONS = 64;
  private static final long MIB = 1 << 20;

  private final MockGateway gateway =
      MockGateway.builder().maxConcurrentStreams(100).keepRequests(1).start();
  private final Gatewayz http2 = client(Wire.H2C);
  private final Gatewayz http1 = client(Wire.HTTP_1_1);
  private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
  private final AtomicInteger open = new AtomicInteger();
  private final LongAdder begun = new LongAdder();
  private final LongAdder doubleEnds = new LongAdder();
  private final Map<String, LongAdder> endings = new ConcurrentHashMap<>();
  private volatile boolean over;

  private Gatewayz client(Wire wire) {
    return wire.client(gateway)
        .maxRetries(1)
        .maxConnections(HTTP2_CONNECTIONS, HTTP1_CONNECTIONS)
        .maxConnectionAge(Duration.ofSeconds(20))
        .deadlines(
            Deadlines.DEFAULT
                .withFirstToken(Duration.ofSeconds(8))
                .withIdle(Duration.ofSeconds(8))
                .withTotal(Duration.ofSeconds(60)))
        .build();
  }

  /**
   * Runs it.
   *
   * @param args for how many seconds; by default 180
   */
  public static void main(String[] args) throws Exception {
    int seconds = args.length > 0 ? Integer.parseInt(args[0]) : 180;
    LeakGuard leaks = new LeakGuard();
    boolean passed = false;
    try {
      passed = new Soak().run(seconds);
      leaks.afterAll(null);
      System.out.println("leaks 0");
    } catch (Throwable t) {
      t.printStackTrace(System.out);
      passed = false;
    }
    System.out.println(passed ? "PASSED" : "FAILED");
    System.exit(passed ? 0 : 1);
  }

  private boolean run(int seconds) throws InterruptedException {
    gateway.respond(request -> reply(ThreadLocalRandom.current()));
    for (int i = 0; i < STREAMS; i++) {
      begin(i % 5 == 0 ? http1 : http2);
    }
    Random random = new Random(54);
    List<Long> plateau = new ArrayList<>();
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    int turn = 0;
    while (System.nanoTime() - end < 0) {
      Thread.sleep(500);
      disturb(random);
      if (++turn % 20 == 0) {
        plateau.add(usedHeap());
        report(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
      }
    }
    over = true;
    gateway.resumeReading();
    gateway.maxConcurrentStreams(100);
    return isAccountedFor() & areConnectionsFree() & isMemoryBack(plateau);
  }

  // The gateway.

  private static Reply reply(Random random) {
    int chunks = 1 + random.nextInt(40);
    Reply good =
        Reply.chunks(Collections.nCopies(chunks, "x".repeat(1 + random.nextInt(200))))
            .beforeEach(Step.pause(Duration.ofMillis(random.nextInt(100))));
    int at = random.nextInt(chunks);
    return switch (random.nextInt(40)) {
      case 0 -> good.after(at, Step.reset(ErrorCode.INTERNAL_ERROR));
      case 1 -> good.after(at, Step.end());
      case 2 -> good.after(at, Step.stall());
      case 3 -> good.noDone();
      case 4 -> good.noFinishReason();
      case 5 -> random.nextInt(20) == 0 ? Reply.refused() : good;
      case 6 -> Reply.silence();
      case 7 -> ErrorReply.timeout();
      case 8 -> good.after(at, Step.error("Error code: 429 - {}"));
      case 9 -> good.after(at, Step.comment("keepalive"));
      case 10 -> good.split(7);
      case 11 -> good.first(Step.inform(103)).trailer("x", "y");
      case 12 -> random.nextInt(20) == 0 ? good.after(at, Step.close()) : good;
      case 13 -> random.nextInt(20) == 0 ? good.after(at, Step.abort()) : good;
      case 14 -> random.nextInt(20) == 0 ? good.after(at, Step.goAway()) : good;
      default -> good;
    };
  }

  private void disturb(Random random) {
    switch (random.nextInt(40)) {
      case 0 -> gateway.goAway();
      case 1 -> gateway.abortConnections();
      case 2 -> gateway.closeIdleConnections();
      case 3 -> gateway.goAway(Integer.MAX_VALUE, ErrorCode.NO_ERROR, "soon");
      case 4 -> {
        gateway.pauseReading();
        timer.schedule(gateway::resumeReading, random.nextInt(3_000), TimeUnit.MILLISECONDS);
      }
      case 5, 6 -> gateway.maxConcurrentStreams(1 + random.nextInt(250));
      default -> {}
    }
  }

  // The callers.

  private void begin(Gatewayz client) {
    open.incrementAndGet();
    begun.increment();
    ChatRequest request =
        ChatRequest.builder().model("gatewayz/openai/gpt-4o-mini").user("Hi").build();
    client.stream(request, CallOptions.NONE).subscribe(new Caller(client));
  }

  /** Makes one call, and when that is over the next one is begun. */
  private final class Caller implements Flow.Subscriber<ChatChunk> {
    private final Gatewayz client;
    private final int cancelAt = ThreadLocalRandom.current().nextInt(300);
    private final boolean slow = ThreadLocalRandom.current().nextInt(20) == 0;
    private final AtomicInteger ends = new AtomicInteger();
    private volatile Flow.Subscription subscription;
    private int seen;

    Caller(Gatewayz client) {
      this.client = client;
    }

    @Override
    public void onSubscribe(Flow.Subscription s) {
      subscription = s;
      s.request(slow ? 1 : Long.MAX_VALUE);
    }

    @Override
    public void onNext(ChatChunk chunk) {
      if (++seen == cancelAt) {
        subscription.cancel();
        end("cancelled");
      } else if (slow) {
        timer.schedule(() -> subscription.request(1), 50, TimeUnit.MILLISECONDS);
      }
    }

    @Override
    public void onError(Throwable failure) {
      // Typed, or it is a bug.
      end(
          failure instanceof GatewayzException
              ? failure.getClass().getSimpleName()
              : "BUG " + failure);
    }

    @Override
    public void onComplete() {
      end("success");
    }

    private void end(String how) {
      if (ends.getAndIncrement() > 0) {
        doubleEnds.increment();
        return;
      }
      endings.computeIfAbsent(how, key -> new LongAdder()).increment();
      open.decrementAndGet();
      if (!over) {
        timer.schedule(() -> begin(client), 1, TimeUnit.MILLISECONDS);
      }
    }
  }

  // The reckoning.

  private boolean isAccountedFor() throws InterruptedException {
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (open.get() > 0 && System.nanoTime() - patience < 0) {
      Thread.sleep(100);
    }
    long ended = endings.values().stream().mapToLong(LongAdder::sum).sum();
    long used = 0;
    for (Gatewayz client : List.of(http2, http1)) {
      used += client.usageTracker().snapshot().rows().stream().mapToLong(UsageRow::calls).sum();
    }
    boolean bugs = endings.keySet().stream().anyMatch(how -> how.startsWith("BUG"));
    System.out.printf(
        "calls %,d, ended %,d, in usage %,d, still open %d, ended twice %d%n%s%n",
        begun.sum(), ended, used, open.get(), doubleEnds.sum(), new TreeMap<>(endings));
    return open.get() == 0
        && ended == begun.sum()
        && used == ended
        && doubleEnds.sum() == 0
        && !bugs;
  }

  /** All permits are free again if as many connections as allowed can be opened. */
  private boolean areConnectionsFree() throws InterruptedException {
    gateway.goAway();
    boolean free = true;
    for (Gatewayz client : List.of(http2, http1)) {
      long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (held(client) > 0 && System.nanoTime() - patience < 0) {
        Thread.sleep(100);
      }
      System.out.printf("connections held %d, %s%n", held(client), client.poolsAsync().join());
      free &= held(client) == 0;
    }
    http2.warmUp(HTTP2_CONNECTIONS);
    http1.warmUp(HTTP1_CONNECTIONS);
    long warm = open(http2) + open(http1);
    System.out.printf(
        "permits taken 0: %d of %d connections could be opened again%n",
        warm, HTTP2_CONNECTIONS + HTTP1_CONNECTIONS);
    http2.close();
    http1.close();
    timer.shutdown();
    gateway.close();
    return free && warm == HTTP2_CONNECTIONS + HTTP1_CONNECTIONS;
  }

  private static long open(Gatewayz client) {
    return client.poolsAsync().join().stream().mapToLong(PoolState::connections).sum();
  }

  private static long held(Gatewayz client) {
    return client.poolsAsync().join().stream()
        .mapToLong(
            pool ->
                pool.connections()
                    + pool.opening()
                    + pool.draining()
                    + pool.active()
                    + pool.queued())
        .sum();
  }

  private static boolean isMemoryBack(List<Long> plateau) {
    long last = usedHeap();
    long early =
        plateau.subList(0, Math.max(1, plateau.size() / 3)).stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(Long.MAX_VALUE);
    System.out.printf(
        "heap %d MiB in the first third, %d MiB at the end, direct %d MiB%n",
        early / MIB, last / MIB, direct() / MIB);
    return last <= early;
  }

  private void report(long seconds) {
    System.out.printf(
        "%4d s  open %d  begun %,d  heap %d MiB  direct %d MiB  threads %d  %s%n",
        seconds,
        open.get(),
        begun.sum(),
        usedHeap() / MIB,
        direct() / MIB,
        Thread.activeCount(),
        http2.pools());
  }

  private static long usedHeap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long direct() {
    return PlatformDependent.usedDirectMemory();
  }
}
