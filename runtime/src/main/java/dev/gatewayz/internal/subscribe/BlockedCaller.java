package dev.gatewayz.internal.subscribe;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A thread that blocks for an answer and runs what it is given meanwhile: what may look at the
 * thread that made the call. {@link #execute} may be called by any thread.
 */
public final class BlockedCaller implements Executor {
  private final BlockingQueue<Runnable> given = new LinkedBlockingQueue<>();

  @Override
  public void execute(Runnable code) {
    given.add(code);
  }

  void await(CompletableFuture<?> future) throws InterruptedException {
    future.whenComplete((value, failure) -> execute(() -> {}));
    while (!future.isDone()) {
      given.take().run();
    }
  }
}
