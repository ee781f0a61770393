package dev.gatewayz.batch;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands each result to an action, one after the other. */
final class ForEach<I, O> implements Flow.Subscriber<RowResult<I, O>> {
  private final Consumer<? super RowResult<I, O>> action;
  private final CompletableFuture<MapProgress> end = new CompletableFuture<>();
  private volatile Flow.@Nullable Subscription subscription;
  private volatile @Nullable MapProgress last;

  ForEach(Consumer<? super RowResult<I, O>> action) {
    this.action = action;
  }

  CompletableFuture<MapProgress> end() {
    return end;
  }

  void told(MapProgress progress) {
    last = progress;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    end.whenComplete(
        (progress, failure) -> {
          if (failure != null) {
            subscription.cancel();
          }
        });
    subscription.request(1);
  }

  @Override
  public void onNext(RowResult<I, O> result) {
    try {
      action.accept(result);
    } catch (Throwable t) {
      end.completeExceptionally(t);
      return;
    }
    Objects.requireNonNull(subscription).request(1);
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(Objects.requireNonNull(last));
  }
}
