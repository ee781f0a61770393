package dev.gatewayz.internal.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Hands tasks to an event loop, in their order. A loop of a user may take no more for a while,
 * because its queue is bounded and full: then it is asked again until it takes the tasks or ends,
 * for without that a call would never hear of its answer, its tools or its end. Thread-safe.
 */
final class LoopTasks {
  private static final long AGAIN_MILLIS = 1;

  private final EventLoop loop;

  /** What the loop did not take, and what came behind that. */
  private final Queue<Runnable> late = new ConcurrentLinkedQueue<>();

  private final AtomicInteger lateCount = new AtomicInteger();

  LoopTasks(EventLoop loop) {
    this.loop = loop;
  }

  /**
   * Has a task that throws nothing run on the loop, now or when there is room for it. If the loop
   * ends before that, it runs elsewhere: nothing else does any more.
   *
   * @return false if the loop has ended, and the task will not run
   */
  boolean execute(Runnable task) {
    if (lateCount.get() == 0) {
      try {
        loop.execute(task);
        return true;
      } catch (RejectedExecutionException e) {
        if (loop.isShutdown()) {
          return false;
        }
      }
    }
    late.add(task);
    if (lateCount.getAndIncrement() == 0) {
      tryAgain();
    }
    return true;
  }

  private void tryAgain() {
    GlobalEventExecutor.INSTANCE.schedule(this::handOver, AGAIN_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void handOver() {
    try {
      loop.execute(this::runLate);
    } catch (RejectedExecutionException e) {
      if (loop.isShutdown()) {
        runLate();
      } else {
        tryAgain();
      }
    }
  }

  private void runLate() {
    do {
      Runnable task = late.poll();
      if (task != null) {
        task.run();
      }
    } while (lateCount.decrementAndGet() > 0);
  }
}
