package dev.gatewayz.internal.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hands tasks to an event loop, in their order. A loop of a user may take no more for a while,
 * because its queue is bounded and full: then it is asked again until it takes the tasks or ends,
 * for without that a call would never hear of its answer, its tools or its end. What has not begun
 * need not wait for ever. Thread-safe.
 */
final class LoopTasks {
  private static final long AGAIN_MILLIS = 1;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final EventLoop loop;
  private final long patience;

  /** What the loop did not take, and what came behind that. */
  private final Queue<Late> late = new ConcurrentLinkedQueue<>();

  private final AtomicInteger lateCount = new AtomicInteger();

  /**
   * Waits for the loop.
   *
   * @param since when
   * @param otherwise hears if the loop takes nothing for too long, {@code null} to wait on
   */
  private record Late(Runnable task, long since, @Nullable NotTaken otherwise) {}

  LoopTasks(EventLoop loop) {
    this(loop, PATIENCE);
  }

  /** For a loop that may take nothing for so many nanoseconds. */
  LoopTasks(EventLoop loop, long patience) {
    this.loop = loop;
    this.patience = patience;
  }

  /**
   * Has a task that throws nothing run on the loop, now or when there is room for it. If the loop
   * ends before that, it runs elsewhere: nothing else does any more.
   *
   * @return false if the loop has ended, and the task will not run
   */
  boolean execute(Runnable task) {
    return isTaken(task) || waits(task, null);
  }

  /** The same for a task that need not run: {@code otherwise} hears of it if it does not. */
  void execute(Runnable task, NotTaken otherwise) {
    if (!isTaken(task) && !waits(task, otherwise)) {
      otherwise.notTaken(true);
    }
  }

  private boolean isTaken(Runnable task) {
    if (lateCount.get() != 0) {
      return false;
    }
    try {
      loop.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      return false;
    }
  }

  private boolean waits(Runnable task, @Nullable NotTaken otherwise) {
    if (lateCount.get() == 0 && loop.isShutdown()) {
      return false;
    }
    late.add(new Late(task, System.nanoTime(), otherwise));
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
      } else if (lateCount.addAndGet(-giveUp(System.nanoTime())) > 0) {
        tryAgain();
      }
    }
  }

  /** Returns how many tasks the loop is not asked to take any more. */
  private int giveUp(long now) {
    int count = 0;
    for (Iterator<Late> each = late.iterator(); each.hasNext(); ) {
      Late next = each.next();
      if (next.otherwise() != null && now - next.since() >= patience) {
        each.remove();
        count++;
        next.otherwise().notTaken(false);
      }
    }
    return count;
  }

  private void runLate() {
    do {
      Late next = late.poll();
      if (next != null) {
        next.task().run();
      }
    } while (lateCount.decrementAndGet() > 0);
  }
}
