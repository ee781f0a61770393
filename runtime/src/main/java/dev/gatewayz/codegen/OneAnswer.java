package dev.gatewayz.codegen;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer in one piece, as a publisher of one element. Cold: each subscription makes a call of
 * its own, which begins with the first request; cancelling the subscription cancels the call.
 *
 * @param call makes the call
 */
record OneAnswer<T>(Supplier<CompletableFuture<T>> call) implements Flow.Publisher<T> {

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    Subscription<T> subscription = new Subscription<>(call, subscriber);
    subscriber.onSubscribe(subscription);
    subscription.advance(State.SUBSCRIBING, State.IDLE);
    subscription.advance(State.REQUESTED_EARLY, State.STARTED);
  }

  private enum State {
    /** The subscriber is being told of its subscription. */
    SUBSCRIBING,
    /** It asked while it was being told. */
    REQUESTED_EARLY,
    /** It has not asked yet. */
    IDLE,
    /** The call was made. */
    STARTED,
    /** Nothing more is to be said. */
    ENDED
  }

  private static final class Subscription<T> implements Flow.Subscription {
    private final Supplier<CompletableFuture<T>> call;
    private final Flow.Subscriber<? super T> subscriber;
    private final AtomicReference<State> state = new AtomicReference<>(State.SUBSCRIBING);
    private volatile @Nullable CompletableFuture<T> future;

    Subscription(Supplier<CompletableFuture<T>> call, Flow.Subscriber<? super T> subscriber) {
      this.call = call;
      this.subscriber = subscriber;
    }

    void advance(State from, State to) {
      if (state.compareAndSet(from, to) && to == State.STARTED) {
        start();
      }
    }

    private void start() {
      CompletableFuture<T> made;
      try {
        made = call.get();
      } catch (Throwable t) {
        fail(t);
        return;
      }
      future = made;
      if (state.get() == State.ENDED) {
        made.cancel(false);
      }
      made.whenComplete(
          (value, failure) -> {
            if (failure != null) {
              fail(failure);
            } else if (value == null) {
              fail(new NullPointerException("The answer is null, which no publisher can hand on."));
            } else if (state.get() != State.ENDED) {
              subscriber.onNext(value);
              if (state.getAndSet(State.ENDED) != State.ENDED) {
                subscriber.onComplete();
              }
            }
          });
    }

    private void fail(Throwable failure) {
      if (state.getAndSet(State.ENDED) != State.ENDED) {
        Throwable cause = failure.getCause();
        boolean isWrapped = failure instanceof CompletionException && cause != null;
        subscriber.onError(isWrapped ? cause : failure);
      }
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        fail(new IllegalArgumentException("A subscriber must ask for at least one element."));
        cancelCall();
        return;
      }
      advance(State.SUBSCRIBING, State.REQUESTED_EARLY);
      advance(State.IDLE, State.STARTED);
    }

    @Override
    public void cancel() {
      state.set(State.ENDED);
      cancelCall();
    }

    private void cancelCall() {
      CompletableFuture<T> made = future;
      if (made != null) {
        made.cancel(false);
      }
    }
  }
}
