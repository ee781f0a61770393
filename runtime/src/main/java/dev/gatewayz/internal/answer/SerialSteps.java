package dev.gatewayz.internal.answer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs steps one after the other, in their order, on the thread that brings one while none runs.
 * Thread-safe.
 */
final class SerialSteps {
  private final Queue<Runnable> steps = new ConcurrentLinkedQueue<>();
  private final AtomicInteger pending = new AtomicInteger();

  /** Runs a step, which throws nothing, after those that were brought before. */
  void run(Runnable step) {
    steps.add(step);
    if (pending.getAndIncrement() == 0) {
      do {
        Runnable next = steps.poll();
        if (next != null) {
          next.run();
        }
      } while (pending.decrementAndGet() > 0);
    }
  }
}
