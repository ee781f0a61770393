package dev.gatewayz.internal.call;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.request.CallRequest;
import io.netty.channel.EventLoop;
import io.netty.util.internal.ThreadExecutorMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What a thread that blocks for an answer needs. */
final class Blocking {
  private Blocking() {}

  /**
   * Makes sure that the thread may block.
   *
   * @throws IllegalStateException if it is an event loop
   */
  static void requireAllowed(CallRequest request) {
    if (ThreadExecutorMap.currentExecutor() instanceof EventLoop) {
      String name = request.prompt().id() == null ? "This call" : request.prompt().id();
      throw new IllegalStateException(
          name
              + " would block an event loop: have it return a CompletableFuture or a"
              + " Flow.Publisher, or make it on another thread.");
    }
  }

  /** Blocks for a future; an interrupt cancels it. */
  static <T> T await(CompletableFuture<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      Thread.currentThread().interrupt();
      throw interrupted();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw raised(cause == null ? e : cause);
    }
  }

  /** What an interrupted thread throws. */
  static CancellationException interrupted() {
    return new CancellationException("The thread was interrupted; its call was cancelled.");
  }

  /** What a blocked thread throws for a failure on an event loop: the same, with its own trace. */
  static RuntimeException raised(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    if (failure instanceof GatewayzException exception) {
      exception.fillInStackTrace();
      return exception;
    }
    return failure instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(failure);
  }
}
