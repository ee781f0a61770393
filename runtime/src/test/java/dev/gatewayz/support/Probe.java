package dev.gatewayz.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;

/** A subscriber that asks for what it is told to ask for, and remembers what came. */
public final class Probe<T> implements Flow.Subscriber<T> {
  private static final long PATIENCE = Duration.ofSeconds(20).toNanos();

  private final List<T> items = new ArrayList<>();
  private final Consumer<T> onItem;
  private Flow.Subscription subscription;
  private Throwable failure;
  private boolean completed;
  private int signalsAfterEnd;

  private Probe(Consumer<T> onItem) {
    this.onItem = onItem;
  }

  /** Subscribes, and asks for nothing yet. */
  public static <T> Probe<T> of(Flow.Publisher<T> publisher) {
    return of(publisher, item -> {});
  }

  /** Subscribes; what comes is also given to a consumer, on the thread it comes on. */
  public static <T> Probe<T> of(Flow.Publisher<T> publisher, Consumer<T> onItem) {
    Probe<T> probe = new Probe<>(onItem);
    publisher.subscribe(probe);
    return probe;
  }

  /** Subscribes and asks for everything. */
  public static <T> Probe<T> all(Flow.Publisher<T> publisher) {
    return of(publisher).request(Long.MAX_VALUE);
  }

  public Probe<T> request(long n) {
    subscription.request(n);
    return this;
  }

  public void cancel() {
    subscription.cancel();
  }

  @Override
  public void onSubscribe(Flow.Subscription s) {
    subscription = s;
  }

  @Override
  public void onNext(T item) {
    synchronized (this) {
      signalsAfterEnd += isDone() ? 1 : 0;
      items.add(item);
      notifyAll();
    }
    onItem.accept(item);
  }

  @Override
  public synchronized void onError(Throwable t) {
    signalsAfterEnd += isDone() ? 1 : 0;
    failure = t;
    notifyAll();
  }

  @Override
  public synchronized void onComplete() {
    signalsAfterEnd += isDone() ? 1 : 0;
    completed = true;
    notifyAll();
  }

  private boolean isDone() {
    return completed || failure != null;
  }

  public synchronized List<T> items() {
    return List.copyOf(items);
  }

  /** Whether nothing has ended yet. */
  public synchronized boolean isOpen() {
    return !isDone();
  }

  /** Waits for so many items. */
  public synchronized List<T> awaitItems(int count) {
    await(() -> items.size() >= count || isDone());
    if (items.size() < count) {
      throw new AssertionError(items.size() + " of " + count + " items came", failure);
    }
    return List.copyOf(items);
  }

  /** Waits for the end, which must be a good one. */
  public synchronized List<T> awaitCompletion() {
    await(this::isDone);
    if (failure != null) {
      throw new AssertionError("The stream failed", failure);
    }
    checkSilence();
    return List.copyOf(items);
  }

  /** Waits for the end; {@code null} if it is a good one. */
  public synchronized Throwable awaitEnd() {
    await(this::isDone);
    checkSilence();
    return failure;
  }

  /** Waits for the end, which must be a failure of that type. */
  public synchronized <E extends Throwable> E awaitFailure(Class<E> type) {
    await(this::isDone);
    if (!type.isInstance(failure)) {
      throw new AssertionError(
          "Expected " + type.getSimpleName() + ", and the end was " + failure, failure);
    }
    checkSilence();
    return type.cast(failure);
  }

  private void checkSilence() {
    if (signalsAfterEnd > 0) {
      throw new AssertionError(signalsAfterEnd + " signals after the end");
    }
  }

  private void await(java.util.function.BooleanSupplier wish) {
    long end = System.nanoTime() + PATIENCE;
    while (!wish.getAsBoolean()) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new AssertionError(
            "Timed out with " + items.size() + " items: " + items.stream().limit(10).toList());
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError(e);
      }
    }
  }
}
