package dev.gatewayz.internal.subscribe;

import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.CallInterruptedException;
import dev.gatewayz.error.GatewayzException;
import io.netty.channel.EventLoop;
import io.netty.util.internal.ThreadExecutorMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a thread that blocks for an answer needs. */
public final class Blocking {
  private Blocking() {}

  /**
   * Makes sure that the thread may block.
   *
   * @param what what would block it, as errors name it
   * @throws IllegalStateException if it is an event loop
   */
  public static void requireAllowed(String what) {
    if (isLoop()) {
      throw new IllegalStateException(
          what
              + " would block an event loop: use what returns a future or a publisher, or another"
              + " thread.");
    }
  }

  /** Whether this thread is an event loop. */
  public static boolean isLoop() {
    return ThreadExecutorMap.currentExecutor() instanceof EventLoop;
  }

  /**
   * Makes a call and blocks for its future; an interrupt cancels that.
   *
   * @param what what would block the thread, as errors name it
   * @param call which call it is, as errors name it
   * @param sending makes the call, if the thread may block
   * @throws GatewayzException what the future failed with
   * @throws CallInterruptedException if the thread was interrupted; its flag is set again
   * @throws IllegalStateException if the thread is an event loop
   */
  public static <T> T await(String what, CallInfo call, Supplier<CompletableFuture<T>> sending) {
    return await(what, call, null, sending);
  }

  /**
   * The same, by a thread that runs what it is given meanwhile.
   *
   * @param caller what gives it something, {@code null} if nothing does
   */
  public static <T> T await(
      String what,
      CallInfo call,
      @Nullable BlockedCaller caller,
      Supplier<CompletableFuture<T>> sending) {
    requireAllowed(what);
    CompletableFuture<T> future = sending.get();
    try {
      if (caller != null) {
        caller.await(future);
      }
      return future.get();
    } catch (InterruptedException e) {
      future.cancel(true);
      throw interrupted(call);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw raised(cause == null ? e : cause);
    }
  }

  /** What an interrupted thread throws; its flag is set. */
  static CallInterruptedException interrupted(CallInfo call) {
    Thread.currentThread().interrupt();
    return new CallInterruptedException(call);
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
