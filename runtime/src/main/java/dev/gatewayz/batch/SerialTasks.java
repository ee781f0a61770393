package dev.gatewayz.batch;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Runs tasks on an executor, one after the other, in their order; where that takes none any more,
 * on the thread that brings them, after their owner was told. Thread-safe.
 */
final class SerialTasks {
  private final Executor executor;
  private final Consumer<Throwable> onRejected;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pending = new AtomicInteger();

  SerialTasks(Executor executor, Consumer<Throwable> onRejected) {
    this.executor = executor;
    this.onRejected = onRejected;
  }

  /** Runs a task, which must not throw. */
  void add(Runnable task) {
    tasks.add(task);
    if (pending.getAndIncrement() == 0) {
      try {
        executor.execute(this::runAll);
      } catch (Throwable t) {
        // Nobody else runs any.
        onRejected.accept(
            new RejectedExecutionException("The executor of the rows takes no more: " + t, t));
        runAll();
      }
    }
  }

  private void runAll() {
    do {
      Objects.requireNonNull(tasks.poll()).run();
    } while (pending.decrementAndGet() > 0);
  }
}
