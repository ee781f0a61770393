package dev.gatewayz.internal.call;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The future of a call. Whoever completes it from outside, by {@code cancel} or {@code orTimeout}
 * as a rule, has no use for the call, so the call is cancelled.
 *
 * @param <T> what the call brings
 */
final class CallFuture<T> extends CompletableFuture<T> {
  private @Nullable Runnable cancellation;

  /** The call that is made for it; of several that race the first, which knows the others. */
  void belongsTo(Call call) {
    if (cancellation == null) {
      cancellation = call::cancel;
    }
  }

  /** What to do when it is of no use any more. */
  void cancels(Runnable cancellation) {
    this.cancellation = cancellation;
  }

  void succeed(T value) {
    super.complete(value);
  }

  void fail(Throwable failure) {
    super.completeExceptionally(failure);
  }

  /** The call was cancelled, by whoever completed this future as a rule; if not, this does. */
  void cancelledByCall() {
    super.cancel(false);
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
  public boolean cancel(boolean mayInterruptIfRunning) {
    cancelling(super.cancel(mayInterruptIfRunning));
    return isCancelled();
  }

  private boolean cancelling(boolean changed) {
    Runnable task = cancellation;
    if (changed && task != null) {
      task.run();
    }
    return changed;
  }
}
