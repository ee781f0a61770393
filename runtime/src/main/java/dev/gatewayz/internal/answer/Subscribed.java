package dev.gatewayz.internal.answer;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.internal.time.LoopClock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber that is called one signal at a time: at once on the thread that has the answer, or
 * on the executor of callbacks, which gets the pieces batch by batch. Once it is forgotten it hears
 * nothing more. What comes of a call is told to the delivery, on the loop of its call.
 *
 * @param <E> the pieces
 */
final class Subscribed<E> {
  private final Delivery<E> delivery;
  private final String name;
  private final CallContext context;
  private Callbacks callbacks;
  private Flow.@Nullable Subscriber<? super E> subscriber;

  /** It is being called; on the executor this lasts. */
  private boolean calling;

  /** What waits is being handed to the executor. */
  private boolean draining;

  /**
   * One that knows nothing of its subscription yet.
   *
   * @param name the prompt, as a warning names it
   * @param context what it runs in
   */
  Subscribed(
      Delivery<E> delivery,
      Flow.Subscriber<? super E> subscriber,
      Callbacks callbacks,
      String name,
      CallContext context) {
    this.context = context;
    this.delivery = delivery;
    this.subscriber = subscriber;
    this.callbacks = callbacks;
    this.name = name;
  }

  boolean isForgotten() {
    return subscriber == null;
  }

  void forget() {
    subscriber = null;
  }

  boolean isCalling() {
    return calling;
  }

  /** Whether it is called on the thread that has the answer. */
  boolean isDirect() {
    return callbacks.areDirect();
  }

  /** Whether it is at work on the executor. */
  boolean isBusy() {
    return calling && !isDirect();
  }

  boolean wantsCompletion() {
    return subscriber instanceof AnswerSubscriber;
  }

  /** Gives it its subscription, if it has not been forgotten. */
  void introduce(Flow.Subscription subscription) {
    if (subscriber != null) {
      subscriber.onSubscribe(subscription);
    }
  }

  /** Tells it that there is no call. */
  void refuse(Throwable refusal) {
    Flow.Subscriber<? super E> target = subscriber;
    subscriber = null;
    if (target != null) {
      target.onError(refusal);
    }
  }

  /** Hands one piece to it, on this thread. */
  void next(E piece, LoopClock clock) {
    Flow.Subscriber<? super E> target = subscriber;
    if (target == null) {
      return;
    }
    clock.lend(callbacks, name);
    calling = true;
    try {
      hand(piece, target);
    } catch (Throwable t) {
      delivery.onThrown(t);
    } finally {
      calling = false;
    }
  }

  /** Hands what waits and is asked for to the executor. */
  void next(Backlog<E> backlog) {
    if (draining) {
      return;
    }
    draining = true;
    while (!calling && nextBatch(backlog)) {
      // An executor may have run the batch at once; then the next follows here.
    }
    draining = false;
  }

  private boolean nextBatch(Backlog<E> backlog) {
    if (subscriber == null) {
      return false;
    }
    List<E> batch = new ArrayList<>();
    int share = backlog.moveTo(batch, delivery);
    if (batch.isEmpty()) {
      return false;
    }
    next(batch, share);
    return true;
  }

  /**
   * Hands a batch to the executor; {@link Delivery#onTaken} follows.
   *
   * @param share how many bytes the peer gets credit for when the subscriber has taken it
   */
  void next(List<E> batch, int share) {
    Flow.Subscriber<? super E> target = subscriber;
    if (target == null) {
      return;
    }
    calling = true;
    try {
      callbacks.execute(() -> call(target, batch, share));
    } catch (RejectedExecutionException e) {
      reject(e);
    }
  }

  /** Runs on the executor. */
  private void call(Flow.Subscriber<? super E> target, List<E> batch, int share) {
    Throwable thrown = null;
    try {
      for (int i = 0; i < batch.size() && !delivery.upstream().isCancelled(); i++) {
        hand(batch.get(i), target);
      }
    } catch (Throwable t) {
      thrown = t;
    }
    Throwable failed = thrown;
    delivery.step(() -> taken(share, failed));
  }

  private void hand(E piece, Flow.Subscriber<? super E> target) {
    if (context.isEmpty()) {
      target.onNext(piece);
    } else {
      context.run(() -> target.onNext(piece));
    }
  }

  private void taken(int share, @Nullable Throwable thrown) {
    calling = false;
    if (thrown != null) {
      delivery.onThrown(thrown);
    } else {
      delivery.onTaken(share);
    }
  }

  /** Tells it the last it hears. */
  void end(StreamEnd end) {
    Flow.Subscriber<? super E> target = subscriber;
    if (target == null) {
      return;
    }
    subscriber = null;
    if (callbacks.areDirect()) {
      long startedAt = System.nanoTime();
      context.run(() -> end.tell(target));
      callbacks.onReturn(name, System.nanoTime() - startedAt);
      return;
    }
    try {
      callbacks.execute(() -> context.run(() -> end.tell(target)));
    } catch (RejectedExecutionException e) {
      subscriber = target;
      reject(e);
    }
  }

  /** The executor takes nothing more: the end comes on this thread. */
  private void reject(RejectedExecutionException rejection) {
    callbacks = Callbacks.NONE;
    calling = false;
    delivery.giveUp(rejection);
  }
}
