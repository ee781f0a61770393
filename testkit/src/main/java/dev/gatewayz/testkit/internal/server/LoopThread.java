package dev.gatewayz.testkit.internal.server;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Makes the one thread of a loop, a daemon, and waits for its end. Thread-safe. */
final class LoopThread implements ThreadFactory {
  private final ThreadFactory factory;
  private volatile @Nullable Thread thread;

  LoopThread(String name) {
    factory = new DefaultThreadFactory(name, true);
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread made = factory.newThread(task);
    thread = made;
    return made;
  }

  /** Waits until the thread is gone; a loop says that it has ended a moment before. */
  void join() {
    Thread made = thread;
    try {
      if (made != null) {
        made.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
