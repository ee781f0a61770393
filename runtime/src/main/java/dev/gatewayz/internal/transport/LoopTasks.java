package dev.gatewayz.internal.transport;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Hands tasks to event loops. A loop of a user may take no more for a while, because its queue is
 * bounded and full: then it is asked again until it takes the task or ends, for without that a call
 * would never hear of its answer, its tools or its end. Thread-safe.
 */
final class LoopTasks {
  private static final long AGAIN_MILLIS = 1;

  private LoopTasks() {}

  /**
   * Has a task run on a loop, now or when there is room for it. If the loop ends before that, it
   * runs elsewhere: nothing else does any more.
   *
   * @return false if the loop has ended, and the task will not run
   */
  static boolean execute(EventLoop loop, Runnable task) {
    try {
      loop.execute(task);
      return true;
    } catch (RejectedExecutionException e) {
      if (loop.isShutdown()) {
        return false;
      }
      again(loop, task);
      return true;
    }
  }

  private static void again(EventLoop loop, Runnable task) {
    GlobalEventExecutor.INSTANCE.schedule(
        () -> {
          if (!execute(loop, task)) {
            task.run();
          }
        },
        AGAIN_MILLIS,
        TimeUnit.MILLISECONDS);
  }
}
