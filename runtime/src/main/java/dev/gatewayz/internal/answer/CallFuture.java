package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.subscribe.Blocking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call. Whoever completes it from outside, by {@code cancel} or {@code orTimeout}
 * as a rule, has no use for the call, so the call is cancelled. An event loop must not wait for it.
 *
 * @param <T> what the call brings
 */
public final class CallFuture<T> extends CompletableFuture<T> implements Receiver {
  private final Callbacks callbacks;
  private final String name;
  private final CallContext context;
  private @Nullable Cancellable call;

  /** A future that nobody but the client itself, or a thread that blocks, waits for. */
  public CallFuture() {
    this(Callbacks.NONE, "", CallContext.NONE);
  }

  /**
   * A future that completes where callbacks run.
   *
   * @param name the prompt, as a warning names it
   * @param context what callbacks run in
   */
  public CallFuture(Callbacks callbacks, String name, CallContext context) {
    this.context = context;
    this.callbacks = callbacks;
    this.name = name;
  }

  /** What is of no use when the future is not. Said before anybody else knows the future. */
  public void belongsTo(Cancellable call) {
    this.call = call;
  }

  /** The call has brought its answer. */
  public void succeed(T value) {
    if (isDirect()) {
      long startedAt = settling();
      super.complete(value);
      callbacks.onReturn(name, System.nanoTime() - startedAt);
    } else {
      settle(() -> super.complete(value));
    }
  }

  @Override
  public void fail(Throwable failure) {
    settle(() -> super.completeExceptionally(failure));
  }

  /** Whether it completes at once, on this thread, as it is. */
  private boolean isDirect() {
    return callbacks.areDirect() && context.isEmpty();
  }

  private long settling() {
    // Whoever keeps the answer does not keep the request with it.
    call = null;
    return System.nanoTime();
  }

  private void settle(Runnable completion) {
    long startedAt = settling();
    Runnable completing = context.isEmpty() ? completion : () -> context.run(completion);
    if (callbacks.areDirect()) {
      completing.run();
      callbacks.onReturn(name, System.nanoTime() - startedAt);
      return;
    }
    try {
      callbacks.execute(completing);
    } catch (RejectedExecutionException e) {
      super.completeExceptionally(e);
    }
  }

  /** The call was cancelled, by whoever completed this future as a rule; if not, this does. */
  @Override
  public void drop() {
    settle(() -> super.cancel(false));
  }

  @Override
  public boolean isStreamed() {
    return false;
  }

  @Override
  public boolean refuseBadDemand() {
    return false;
  }

  @Override
  public boolean isPaused() {
    return false;
  }

  @Override
  public int pieces() {
    return 0;
  }

  @Override
  public boolean hasDelivered() {
    return false;
  }

  @Override
  public void startRequest() {
    // Nothing is handed on before all of it.
  }

  @Override
  public boolean complete(T value) {
    return cancelling(super.complete(value));
  }

  @Override
  public boolean completeExceptionally(Throwable failure) {
    return cancelling(super.completeExceptionally(failure));
  }

  @Override
  public CompletableFuture<T> completeAsync(Supplier<? extends T> supplier, Executor executor) {
    return super.completeAsync(
        supplier,
        completing ->
            executor.execute(
                () -> {
                  completing.run();
                  cancelling(isDone());
                }));
  }

  @Override
  public void obtrudeValue(T value) {
    super.obtrudeValue(value);
    cancelling(true);
  }

  @Override
  public void obtrudeException(Throwable failure) {
    super.obtrudeException(failure);
    cancelling(true);
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    cancelling(super.cancel(mayInterruptIfRunning));
    return isCancelled();
  }

  @Override
  public T join() {
    requireMayWait();
    return super.join();
  }

  @Override
  public T get() throws InterruptedException, ExecutionException {
    requireMayWait();
    return super.get();
  }

  @Override
  public T get(long timeout, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    requireMayWait();
    return super.get(timeout, unit);
  }

  /** The loop that is waited on may be the one that the answer comes on. */
  private void requireMayWait() {
    if (!isDone()) {
      Blocking.requireAllowed("Waiting for the future of " + (name.isEmpty() ? "a call" : name));
    }
  }

  private boolean cancelling(boolean changed) {
    Cancellable owner = call;
    if (changed && owner != null) {
      owner.cancel();
    }
    return changed;
  }
}
