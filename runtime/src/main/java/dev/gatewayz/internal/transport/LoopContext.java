package dev.gatewayz.internal.transport;

import dev.gatewayz.internal.http.Exchange;
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.time.LoopClock;
import dev.gatewayz.observe.PoolState;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.FutureListener;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the transport keeps on one event loop. Except where it says otherwise, everything is called
 * on that loop.
 */
public final class LoopContext {
  /** So many origins are kept, however long ago somebody has called them. */
  private static final int MOST_IDLE = 64;

  private final int index;
  private final EventLoop loop;
  private final LoopTasks tasks;
  private final Connector connector;
  private final TransportOptions options;
  private final OriginPermits permits;
  private final Map<Origin, LoopPool> pools = new HashMap<>();
  private final LoopClock clock = new LoopClock();
  private final DeadlineWheel deadlines;
  private final AtomicInteger load = new AtomicInteger();
  private final FutureListener<Object> onLoopEnded = ended -> loopEnded();
  private long buffered;
  private boolean closing;
  private boolean closed;

  LoopContext(int index, EventLoop loop, Connector connector, OriginPermits permits) {
    this.index = index;
    this.permits = permits;
    this.loop = loop;
    this.tasks = new LoopTasks(loop);
    this.connector = connector;
    this.options = connector.options();
    this.deadlines = new DeadlineWheel(loop);
    loop.terminationFuture().addListener(onLoopEnded);
  }

  /** Nothing runs on the loop any more, so that whoever comes after it may touch what it held. */
  private void loopEnded() {
    closed = true;
    drain();
    deadlines.close();
  }

  /** Nothing is left on the loop that has to hear of its end. */
  void forget() {
    loop.terminationFuture().removeListener(onLoopEnded);
  }

  /** The number of this loop, from 0. */
  public int index() {
    return index;
  }

  /** The event loop. */
  public EventLoop loop() {
    return loop;
  }

  /** The time on this loop. */
  public LoopClock clock() {
    return clock;
  }

  /** The deadlines of this loop's calls. */
  public DeadlineWheel deadlines() {
    return deadlines;
  }

  /** Whether the loop runs nothing any more, whoever ended it. Any thread. */
  boolean isEnded() {
    return loop.isShutdown();
  }

  /** Whether the caller runs on this loop. Any thread. */
  public boolean isCurrent() {
    return loop.inEventLoop();
  }

  /** How many calls this loop has taken on. Any thread. */
  public int load() {
    return load.get();
  }

  /** A call was given to this loop. Any thread. */
  public void callBegun() {
    load.incrementAndGet();
  }

  /** A call of this loop has ended. */
  public void callEnded() {
    load.decrementAndGet();
  }

  /**
   * Notes that bytes have begun, or ceased, to wait for their consumer.
   *
   * @return whether there is still room for more
   */
  public boolean addBuffered(int bytes) {
    buffered += bytes;
    return buffered <= options.maxBuffered() / permits.loops();
  }

  /** Takes an exchange on: it will be called back, whatever happens. */
  public void submit(Exchange exchange) {
    pool(exchange.head().origin()).acquire(exchange);
  }

  /** Forgets an exchange that still waits for a connection. */
  public void withdraw(Exchange exchange) {
    pool(exchange.head().origin()).withdraw(exchange);
  }

  /** Whether a connection of this loop to where an exchange goes has opened. */
  public boolean isReached(Origin origin) {
    return pool(origin).isReached();
  }

  /**
   * Runs a step on the loop, at once if the caller is there. What it throws goes to its owner, and
   * never to the loop. Any thread.
   *
   * @return false if the loop has ended
   */
  public boolean run(Guarded owner, Runnable step) {
    if (isCurrent()) {
      guarded(owner, step);
      return true;
    }
    return execute(() -> guarded(owner, step));
  }

  /** Runs a step as {@link #run} does, after so many nanoseconds; after 0, as the next step. */
  public boolean schedule(Guarded owner, Runnable step, long nanos) {
    Runnable task = () -> guarded(owner, step);
    if (nanos <= 0) {
      return execute(task);
    }
    try {
      loop.schedule(task, nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (RejectedExecutionException e) {
      // A loop that is full lets only itself plan ahead.
      return execute(() -> schedule(owner, step, nanos));
    }
  }

  /**
   * Does work that takes long off the loop, then goes on on the loop. What either throws goes to
   * the owner.
   */
  public <T> void elsewhere(Guarded owner, Supplier<T> work, Consumer<T> then) {
    CompletableFuture<T> done;
    try {
      done = CompletableFuture.supplyAsync(work, connector.blocking());
    } catch (RejectedExecutionException e) {
      // The client has closed, and nobody is left to be held up.
      done = CompletableFuture.completedFuture(work.get());
    }
    CompletableFuture<T> result = done;
    done.whenComplete((value, failure) -> run(owner, () -> then.accept(result.join())));
  }

  private static void guarded(Guarded owner, Runnable step) {
    try {
      step.run();
    } catch (Throwable t) {
      owner.onThrown(t);
    }
  }

  /**
   * Runs a task on the loop that throws nothing; returns false if the loop has ended. Any thread.
   */
  public boolean execute(Runnable task) {
    return tasks.execute(task);
  }

  /** The same for a task that need not run: {@code otherwise} hears of it if it does not. */
  public void execute(Runnable task, NotTaken otherwise) {
    tasks.execute(task, otherwise);
  }

  /** Whether the client takes no more calls. Those under way may still send requests. */
  public boolean isClosing() {
    return closing;
  }

  /** Whether nothing is sent any more. */
  boolean isClosed() {
    return closed;
  }

  /** Fails what waits, and lets what is under way end. */
  void drain() {
    closing = true;
    deadlines.drain();
    for (LoopPool pool : List.copyOf(pools.values())) {
      pool.drain();
    }
  }

  /** Ends what is under way. */
  void close() {
    closed = true;
    for (LoopPool pool : List.copyOf(pools.values())) {
      pool.close();
    }
    deadlines.close();
  }

  /** Opens connections until there are so many; completes when they can carry exchanges. */
  void warmUp(Origin origin, int count, CompletableFuture<Void> done) {
    pool(origin).warmUp(count, done);
  }

  /** What the pools of this loop hold at this moment. */
  public List<PoolState> state() {
    List<PoolState> states = new ArrayList<>();
    pools.values().forEach(pool -> states.add(pool.state()));
    return states;
  }

  /** What this loop holds for calls at this moment. */
  LoopVitals vitals() {
    return new LoopVitals(load.get(), buffered, deadlines.armed());
  }

  /** Whether no connection is left, and no call that may want one. */
  boolean isDrained() {
    return connections() == 0 && deadlines.armed() == 0;
  }

  private int connections() {
    int connections = 0;
    for (LoopPool pool : new ArrayList<>(pools.values())) {
      connections += pool.connections();
    }
    return connections;
  }

  private LoopPool pool(Origin origin) {
    LoopPool pool = pools.get(origin);
    if (pool == null) {
      if (pools.size() >= MOST_IDLE) {
        forgetUnused();
      }
      pool = new LoopPool(this, origin, connector, options, permits.join(origin));
      pools.put(origin, pool);
    }
    return pool;
  }

  private void forgetUnused() {
    pools
        .entrySet()
        .removeIf(
            known -> {
              boolean unused = known.getValue().isUnused();
              if (unused) {
                permits.leave(known.getKey());
              }
              return unused;
            });
  }
}
