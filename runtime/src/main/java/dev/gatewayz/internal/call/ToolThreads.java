package dev.gatewayz.internal.call;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where the tools of a client run, and for how long. Threads of its own are made when the first
 * tool runs: virtual ones where Java has them, else daemons that go when they have been idle for a
 * while. Thread-safe.
 */
public final class ToolThreads {
  private static final int IDLE_SECONDS = 10;

  private final @Nullable Executor given;
  private final Duration timeout;
  private @Nullable ExecutorService own;
  private boolean closed;

  /**
   * Threads for tools.
   *
   * @param given where they run, {@code null} for threads of its own
   */
  public ToolThreads(@Nullable Executor given, Duration timeout) {
    this.given = given;
    this.timeout = timeout;
  }

  /** How long a tool may take. */
  Duration timeout() {
    return timeout;
  }

  /** Whether they are the user's own, who may look at the thread that hands tools over. */
  boolean areGiven() {
    return given != null;
  }

  synchronized Executor executor() {
    if (given != null) {
      return given;
    }
    ExecutorService threads = own;
    if (threads == null) {
      threads = newThreads();
      own = threads;
      if (closed) {
        threads.shutdownNow();
      }
    }
    return threads;
  }

  /** Interrupts what runs on threads of its own. */
  synchronized void close() {
    closed = true;
    if (own != null) {
      own.shutdownNow();
    }
  }

  private static ExecutorService newThreads() {
    try {
      // Java 21 has it, and this is compiled for 17. A method handle that is constant is resolved
      // by native-image, too.
      return (ExecutorService)
          MethodHandles.publicLookup()
              .findStatic(
                  Executors.class,
                  "newVirtualThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class))
              .invoke();
    } catch (Throwable e) {
      AtomicInteger number = new AtomicInteger();
      return new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "gatewayz-tool-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
          });
    }
  }
}
