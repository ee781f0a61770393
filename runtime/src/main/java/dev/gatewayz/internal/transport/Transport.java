package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.http.TransportException;
import dev.gatewayz.internal.http.TransportException.Kind;
import dev.gatewayz.internal.time.Nanos;
import dev.gatewayz.observe.PoolState;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.FutureListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The network side of a client: its event loops, and what each of them keeps. Thread-safe.
 *
 * <p>A group that was handed in is used and left as it is; one that was made here ends with the
 * transport.
 */
public final class Transport {
  private static final long RECHECK_MILLIS = 10;

  private final TransportOptions options;
  private final OriginPermits permits;
  private final EventLoopGroup group;
  private final boolean ownsGroup;
  private final ThreadPoolExecutor blocking;
  private final List<LoopContext> contexts = new ArrayList<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /** A transport over the event loops of {@code group}. */
  public Transport(
      EventLoopGroup group,
      boolean ownsGroup,
      ChannelFactory<? extends Channel> channels,
      TransportOptions options) {
    this.group = group;
    this.ownsGroup = ownsGroup;
    this.blocking = blockingExecutor();
    Connector connector = new Connector(options, channels, blocking);
    List<EventLoop> loops = new ArrayList<>();
    for (EventExecutor executor : group) {
      if (executor instanceof EventLoop loop) {
        loops.add(loop);
      }
    }
    if (loops.isEmpty()) {
      throw new IllegalArgumentException("The event loop group has no event loop.");
    }
    this.permits = new OriginPermits(loops.size(), options.limits());
    for (EventLoop loop : loops) {
      contexts.add(new LoopContext(contexts.size(), loop, connector, permits));
    }
    this.options = options;
  }

  /** How many origins are known. */
  int origins() {
    return permits.origins();
  }

  /** How many event loops there are. */
  public int loops() {
    return contexts.size();
  }

  /**
   * The loop for a call: the caller's own if it is one of ours, else the least loaded one that has
   * not ended. Where there may be fewer connections than loops, only so many loops get calls. The
   * call counts towards its loop's load until {@link LoopContext#callEnded()}.
   *
   * @param origin where the call goes, {@code null} if it goes nowhere
   */
  public LoopContext pick(@Nullable Origin origin) {
    int eligible = origin == null ? contexts.size() : eligibleLoops(origin);
    LoopContext best = current();
    if (best == null || best.index() >= eligible) {
      best = leastLoaded(eligible);
    }
    best.callBegun();
    return best;
  }

  /** Of the first so many loops that run; of those that have ended where none does. */
  private LoopContext leastLoaded(int count) {
    LoopContext best = null;
    int running = 0;
    for (int i = 0; i < contexts.size() && running < count; i++) {
      LoopContext context = contexts.get(i);
      if (!context.isEnded()) {
        running++;
        best = best == null || context.load() < best.load() ? context : best;
      }
    }
    return best == null ? contexts.get(0) : best;
  }

  private int eligibleLoops(Origin origin) {
    int loops = contexts.size();
    boolean all = loops <= options.limits().http1() && loops <= options.limits().http2();
    if (all) {
      return loops;
    }
    ConnectionPermits known = permits.of(origin);
    int limit =
        known == null
            ? Math.min(options.limits().http1(), options.limits().http2())
            : known.limit();
    return Math.min(loops, limit);
  }

  /** The loop that the caller runs on, {@code null} if it is none of ours. */
  public @Nullable LoopContext current() {
    for (int i = 0; i < contexts.size(); i++) {
      if (contexts.get(i).isCurrent()) {
        return contexts.get(i);
      }
    }
    return null;
  }

  /**
   * What the pools of all loops hold, origin by origin; the future completes when every loop has
   * said so.
   */
  public CompletableFuture<List<PoolState>> state() {
    return ofAll(LoopContext::state, List.of(), Transport::merged);
  }

  /** What all loops hold for calls; the future completes when every loop has said so. */
  public CompletableFuture<LoopVitals> vitals() {
    return ofAll(LoopContext::vitals, LoopVitals.NONE, LoopVitals::plus);
  }

  private <T> CompletableFuture<T> ofAll(
      Function<LoopContext, T> question, T nothing, BinaryOperator<T> sum) {
    CompletableFuture<T> all = CompletableFuture.completedFuture(nothing);
    for (LoopContext context : contexts) {
      CompletableFuture<T> one = new CompletableFuture<>();
      // Where the loop has ended, everything on it has.
      context.execute(() -> answer(question, context, one), ended -> one.complete(nothing));
      all = all.thenCombine(one, sum);
    }
    return all;
  }

  private static <T> void answer(
      Function<LoopContext, T> question, LoopContext context, CompletableFuture<T> answer) {
    try {
      answer.complete(question.apply(context));
    } catch (Throwable t) {
      answer.completeExceptionally(t);
    }
  }

  private static List<PoolState> merged(List<PoolState> one, List<PoolState> other) {
    Map<String, PoolState> byOrigin = new TreeMap<>();
    one.forEach(state -> byOrigin.merge(state.origin(), state, Transport::sum));
    other.forEach(state -> byOrigin.merge(state.origin(), state, Transport::sum));
    return List.copyOf(byOrigin.values());
  }

  private static PoolState sum(PoolState one, PoolState other) {
    return one.toBuilder()
        .connections(one.connections() + other.connections())
        .opening(one.opening() + other.opening())
        .draining(one.draining() + other.draining())
        .active(one.active() + other.active())
        .queued(one.queued() + other.queued())
        .build();
  }

  /** Opens connections, spread over the loops; completes when they can carry exchanges. */
  public CompletableFuture<Void> warmUp(Origin origin, int connections) {
    int loops = eligibleLoops(origin);
    List<CompletableFuture<Void>> warm = new ArrayList<>();
    for (LoopContext context : contexts.subList(0, loops)) {
      int share = (connections + loops - 1 - context.index()) / loops;
      if (share > 0) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        warm.add(done);
        context.execute(
            () -> context.warmUp(origin, share, done),
            ended ->
                done.completeExceptionally(
                    TransportException.of(Kind.CLOSED, "The client was closed.", null)));
      }
    }
    return CompletableFuture.allOf(warm.toArray(CompletableFuture<?>[]::new));
  }

  /**
   * Takes no more calls, lets those under way end for as long as {@code grace}, then ends them.
   *
   * @return completes when every connection is gone, and every thread of ours
   */
  public CompletableFuture<Void> close(Duration grace) {
    if (closing.compareAndSet(false, true)) {
      long deadline = System.nanoTime() + Nanos.of(grace);
      List<CompletableFuture<Void>> drained = new ArrayList<>();
      for (LoopContext context : contexts) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        drained.add(done);
        // Somebody may end the loop at any time, and its connections and timers with it.
        FutureListener<Object> onLoopEnded = ended -> done.complete(null);
        context.loop().terminationFuture().addListener(onLoopEnded);
        done.thenRun(
            () -> {
              context.loop().terminationFuture().removeListener(onLoopEnded);
              context.forget();
            });
        context.execute(
            () -> {
              context.drain();
              closeWhenDrained(context, deadline, done);
            },
            ended -> {
              // If it has, that is heard of above.
              if (!ended) {
                done.complete(null);
              }
            });
      }
      CompletableFuture.allOf(drained.toArray(CompletableFuture<?>[]::new))
          .whenComplete((nothing, failure) -> release());
    }
    return closed;
  }

  private void closeWhenDrained(LoopContext context, long deadline, CompletableFuture<Void> done) {
    if (context.isDrained()) {
      context.close();
      done.complete(null);
      return;
    }
    if (System.nanoTime() - deadline >= 0) {
      context.close();
    }
    context
        .loop()
        .schedule(
            () -> closeWhenDrained(context, deadline, done), RECHECK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void release() {
    blocking.shutdown();
    if (ownsGroup) {
      group.shutdownGracefully(0, 5, TimeUnit.SECONDS).addListener(done -> closed.complete(null));
    } else {
      closed.complete(null);
    }
  }

  private static ThreadPoolExecutor blockingExecutor() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            2,
            2,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "gatewayz-resolver");
              thread.setDaemon(true);
              thread.setContextClassLoader(null);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }
}
