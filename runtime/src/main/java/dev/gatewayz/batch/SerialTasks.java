package dev.gatewayz.batch;

import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tasks on an executor, one after the other, in their order. Thread-safe. */
final class SerialTasks {
  private final Executor executor;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pending = new AtomicInteger();

  SerialTasks(Executor executor) {
    this.executor = executor;
  }

  /** Runs a task, which must not throw; an executor that takes none any more throws. */
  void add(Runnable task) {
    tasks.add(task);
    if (pending.getAndIncrement() == 0) {
      executor.execute(this::runAll);
    }
  }

  private void runAll() {
    do {
      Objects.requireNonNull(tasks.poll()).run();
    } while (pending.decrementAndGet() > 0);
  }
}
