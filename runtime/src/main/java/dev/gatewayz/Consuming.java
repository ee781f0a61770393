package dev.gatewayz;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands all pieces of a stream to a consumer. */
final class Consuming<T> extends CompletableFuture<Completion<String>>
    implements AnswerSubscriber<T> {
  private final Consumer<? super T> consumer;
  private volatile Flow.@Nullable Subscription subscription;
  private @Nullable Completion<String> completion;

  private Consuming(Consumer<? super T> consumer) {
    this.consumer = Objects.requireNonNull(consumer, "consumer");
  }

  static <T> CompletableFuture<Completion<String>> all(
      Flow.Publisher<T> stream, Consumer<? super T> consumer) {
    Consuming<T> consuming = new Consuming<>(consumer);
    stream.subscribe(consuming);
    return consuming;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    if (isDone()) {
      subscription.cancel();
    }
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(T piece) {
    try {
      consumer.accept(piece);
    } catch (Throwable t) {
      completeExceptionally(t);
    }
  }

  @Override
  public void onCompletion(Completion<String> completion) {
    this.completion = completion;
  }

  @Override
  public void onError(Throwable failure) {
    super.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    if (completion == null) {
      super.completeExceptionally(
          new IllegalStateException("The stream ended without its completion."));
    } else {
      super.complete(completion);
    }
  }

  // Whoever completes this from outside has no use for the call.

  @Override
  public boolean complete(Completion<String> value) {
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
    Flow.Subscription source = subscription;
    if (changed && source != null) {
      source.cancel();
    }
    return changed;
  }
}
