package dev.gatewayz.chaos;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.CallOptions;
import dev.gatewayz.Completion;
import dev.gatewayz.Concurrency;
import dev.gatewayz.Deadlines;
import dev.gatewayz.Fallback;
import dev.gatewayz.Gatewayz;
import dev.gatewayz.GatewayzBuilder;
import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.chat.ChatCompletion;
import dev.gatewayz.intercept.AnswerCache;
import dev.gatewayz.intercept.Caching;
import dev.gatewayz.intercept.Coalescing;
import dev.gatewayz.intercept.Interceptor;
import dev.gatewayz.intercept.OutgoingCall;
import dev.gatewayz.support.FullLoops;
import dev.gatewayz.support.Wire;
import dev.gatewayz.testkit.MockGateway;
import dev.gatewayz.usage.Budget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The clients whose calls are made: a plain one, one with all that can stand around calls, one of
 * tenants on event loops that are often full, and one that is closed every while and replaced.
 */
public final class ChaosClients implements AutoCloseable {
  private static final int CALLS_OF_A_LIFE = 150;

  private final Wire wire;
  private final MockGateway gateway;
  private final Ledger ledger;
  private final ExecutorService threads = Executors.newFixedThreadPool(3);
  private final Ledger.Book plainBook;
  private final Ledger.Book wrappedBook;
  private final Gatewayz plain;
  private final Gatewayz wrapped;
  private final Ledger.Book crowdedBook;
  private final FullLoops fullLoops = new FullLoops(2);
  private final Gatewayz crowded;
  private final List<CompletableFuture<?>> closed = new ArrayList<>();
  private Gatewayz brief;
  private Ledger.Book briefBook;
  private int calls;

  /** Clients of that gateway. */
  public ChaosClients(Wire wire, MockGateway gateway, Ledger ledger, long seed) {
    this.wire = wire;
    this.gateway = gateway;
    this.ledger = ledger;
    this.plainBook = ledger.new Book("plain");
    this.wrappedBook = ledger.new Book("wrapped");
    this.briefBook = ledger.new Book("brief");
    this.crowdedBook = ledger.new Book("crowded");
    this.plain = client(plainBook).maxConcurrentCalls(240, 10_000).build();
    this.wrapped = wrapped(seed);
    this.crowded = crowded(seed);
    this.brief = client(briefBook).build();
  }

  private GatewayzBuilder client(Ledger.Book book) {
    return wire.client(gateway)
        .retries(Wire.promptly(2))
        .maxConnections(32, 200)
        .budget(Budget.calls("calls", 1_000_000_000, Duration.ofDays(1)))
        .budget(Budget.tokens("tokens", 1_000_000_000_000L, Duration.ofDays(1)))
        .listener(book)
        .deadlines(Deadlines.DEFAULT.withTotal(Duration.ofSeconds(20)));
  }

  private Gatewayz wrapped(long seed) {
    AtomicInteger handed = new AtomicInteger();
    return client(wrappedBook)
        .concurrency(Concurrency.adaptive(8, 200))
        .budget(Budget.calls("few", 200, Duration.ofMillis(100)))
        .interceptor(new Moody(seed))
        .interceptor(new Caching(new LastAnswer()))
        .interceptor(new Coalescing())
        .interceptor(new Elsewhere())
        .callbackExecutor(
            task -> {
              if (handed.incrementAndGet() % 100 == 0) {
                throw new RejectedExecutionException("full");
              }
              threads.execute(task);
            })
        .build();
  }

  /** Its keys change, and its calls are hedged and have somebody else to ask. */
  private Gatewayz crowded(long seed) {
    Random random = new Random(seed);
    AtomicInteger asked = new AtomicInteger();
    return client(crowdedBook)
        .eventLoopGroup(fullLoops)
        .apiKey(
            () -> {
              if (asked.incrementAndGet() % 50 == 0) {
                throw new Refusal();
              }
              return "sk-" + random.nextInt(3);
            })
        .maxConcurrentCalls(60, 10_000)
        .concurrency(Concurrency.adaptive(1, 40))
        .build();
  }

  /** One of the crowded client's tenants. */
  private Gatewayz tenant(Random choice) {
    CallOptions.Builder options =
        CallOptions.builder().hedgeAfter(Duration.ofMillis(1 + choice.nextInt(20)));
    if (choice.nextBoolean()) {
      options.gateway(wire.base(gateway), "sk-tenant-" + choice.nextInt(4));
    }
    if (choice.nextBoolean()) {
      options.fallback(Fallback.gateway(wire.base(gateway), "sk-fallback"));
    }
    return crowded.with(options.build());
  }

  /** One of them. */
  Gatewayz any(Random choice) {
    return switch (choice.nextInt(6)) {
      case 0, 1 -> plain;
      case 2 -> wrapped;
      case 3 -> tenant(choice);
      default -> brief(choice);
    };
  }

  private Gatewayz brief(Random choice) {
    if (++calls % CALLS_OF_A_LIFE == 0) {
      end(brief, briefBook);
      briefBook = ledger.new Book("brief");
      brief = client(briefBook).closeGrace(Duration.ofMillis(choice.nextInt(3) * 40)).build();
    }
    return brief;
  }

  private void end(Gatewayz client, Ledger.Book book) {
    closed.add(client.closeAsync().thenRun(book::finished));
  }

  /** Closes the brief one; all that were closed must end. */
  public void settle() {
    end(brief, briefBook);
    closed.forEach(end -> end.orTimeout(60, TimeUnit.SECONDS).join());
  }

  /** The clients of which nothing may be left. */
  public List<Gatewayz> lasting() {
    return List.of(plain, wrapped, crowded);
  }

  /** Compares what was told with what was counted. */
  public void compare() {
    long told = plainBook.finished();
    long counted = plain.usageTracker().snapshot().calls();
    if (told != counted) {
      ledger.complain(told + " calls have told their end, " + counted + " were counted");
    }
    long toldCrowded = crowdedBook.finished();
    long countedCrowded = crowded.usageTracker().snapshot().calls();
    if (toldCrowded != countedCrowded) {
      ledger.complain(toldCrowded + " crowded calls told, " + countedCrowded + " counted");
    }
    long toldWrapped = wrappedBook.finished();
    long countedWrapped = wrapped.usageTracker().snapshot().calls();
    if (toldWrapped < countedWrapped) {
      ledger.complain(toldWrapped + " wrapped calls told, " + countedWrapped + " counted");
    }
  }

  @Override
  public void close() {
    plain.close();
    wrapped.close();
    crowded.close();
    fullLoops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    brief.close();
    threads.shutdownNow();
  }

  /** Keeps one answer, and forgets it half of the time. */
  private static final class LastAnswer implements AnswerCache {
    private final AtomicReference<@Nullable ChatCompletion> last = new AtomicReference<>();
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public @Nullable ChatCompletion get(String key) {
      return asked.incrementAndGet() % 2 == 0 ? last.get() : null;
    }

    @Override
    public void put(String key, ChatCompletion answer) {
      last.set(answer.text().startsWith("[") ? answer : null);
    }
  }

  /** Goes on elsewhere, and asks again after a failure. */
  private final class Elsewhere implements Interceptor {
    @Override
    public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
      return CompletableFuture.completedFuture(call)
          .thenComposeAsync(next::proceed, threads)
          .exceptionallyCompose(failure -> next.proceed(call));
    }
  }

  /** Refuses some calls in several ways, and stands around the chunks of others. */
  private static final class Moody implements Interceptor {
    private final Random random;

    Moody(long seed) {
      this.random = new Random(seed);
    }

    private synchronized int choice() {
      return random.nextInt(20);
    }

    @Override
    public OutgoingCall request(OutgoingCall call) {
      if (choice() == 0) {
        throw new Refusal();
      }
      return call.withHeader("x-mood", "good");
    }

    @Override
    public CompletionStage<Completion<String>> answer(OutgoingCall call, Next next) {
      return choice() == 0
          ? CompletableFuture.failedFuture(new Refusal())
          : next.proceed(request(call));
    }

    @Override
    public Flow.Publisher<ChatChunk> stream(OutgoingCall call, StreamNext next) {
      Flow.Publisher<ChatChunk> chunks = next.proceed(request(call));
      return choice() < 10 ? chunks : subscriber -> chunks.subscribe(new Passing(subscriber));
    }
  }

  /** A subscriber in between. */
  private record Passing(Flow.Subscriber<? super ChatChunk> to)
      implements AnswerSubscriber<ChatChunk> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      to.onSubscribe(subscription);
    }

    @Override
    public void onNext(ChatChunk chunk) {
      to.onNext(chunk);
    }

    @Override
    public void onCompletion(Completion<String> completion) {
      if (to instanceof AnswerSubscriber<? super ChatChunk> wantsAll) {
        wantsAll.onCompletion(completion);
      }
    }

    @Override
    public void onError(Throwable failure) {
      to.onError(failure);
    }

    @Override
    public void onComplete() {
      to.onComplete();
    }
  }

  /** What an interceptor throws. */
  static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal() {
      super("not today", null, false, false);
    }
  }
}
