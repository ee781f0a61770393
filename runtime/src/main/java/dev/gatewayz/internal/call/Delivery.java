package dev.gatewayz.internal.call;

import java.util.ArrayDeque;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * Hands the pieces of a streamed answer to their subscriber, as many as it asked for, and gives the
 * peer credit for the bytes they came in once they are handed on. What is not asked for waits here,
 * no more than the peer's window holds.
 *
 * <p>{@link #request} and {@link #cancel} may come from any thread, everything else runs on the
 * loop of the call. The call begins with the first request.
 *
 * @param <E> the pieces
 */
final class Delivery<E> implements Flow.Subscription {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

  @SuppressWarnings("rawtypes")
  private static final AtomicLongFieldUpdater<Delivery> REQUESTED =
      AtomicLongFieldUpdater.newUpdater(Delivery.class, "requested");

  @SuppressWarnings("rawtypes")
  private static final AtomicIntegerFieldUpdater<Delivery> STARTED =
      AtomicIntegerFieldUpdater.newUpdater(Delivery.class, "started");

  private Flow.@Nullable Subscriber<? super E> subscriber;
  private @Nullable ArrayDeque<E> waiting;

  /** The call that the subscriber's wishes go to: of calls that race, the first. */
  private volatile @Nullable StreamCall<E> call;

  /** The call whose answer is handed on: of calls that race, the one that won. */
  private @Nullable StreamCall<E> source;

  private volatile long requested;
  private volatile int started;
  private volatile boolean subscribed;
  private volatile boolean badRequest;

  /** Bytes received for which the peer has no credit yet. */
  private int uncredited;

  private int emitted;
  private boolean calling;
  private boolean over;
  private @Nullable Throwable failure;
  private @Nullable Throwable refusal;

  Delivery(Flow.Subscriber<? super E> subscriber) {
    this.subscriber = subscriber;
  }

  /** Introduces the subscriber to its subscription. */
  void subscribe(StreamCall<E> call) {
    this.call = call;
    Flow.Subscriber<? super E> target = subscriber;
    if (target == null) {
      return;
    }
    target.onSubscribe(this);
    if (refusal != null) {
      call.cancel();
      subscriber = null;
      target.onError(refusal);
      return;
    }
    // Only now may other signals follow, and only now may the call begin.
    subscribed = true;
    startOnce();
  }

  /** There will be no call: an interceptor refuses it. */
  void refuseBefore(Throwable refusal) {
    this.refusal = refusal;
  }

  @Override
  public void request(long n) {
    if (n <= 0) {
      badRequest = true;
      if (!startOnce()) {
        schedule(this::refuse);
      }
      return;
    }
    long before =
        REQUESTED.getAndAccumulate(
            this, n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    if (!startOnce() && before == 0) {
      schedule(this::drain);
    }
  }

  @Override
  public void cancel() {
    call().cancel();
    if (started == 0) {
      subscriber = null;
    }
  }

  /** Returns whether the call began just now, or has not begun yet. */
  private boolean startOnce() {
    if (started == 0
        && subscribed
        && (requested > 0 || badRequest)
        && !call().isCancelled()
        && STARTED.compareAndSet(this, 0, 1)) {
      call().start();
      return true;
    }
    return started == 0;
  }

  private void schedule(Runnable task) {
    StreamCall<E> target = call();
    if (target.context().isCurrent()) {
      task.run();
    } else {
      target.engine.execute(target.context(), task, () -> {});
    }
  }

  /** Whether the subscriber asked for nothing, which the standard wants answered with an error. */
  boolean isRefused() {
    if (badRequest) {
      refuse();
    }
    return badRequest;
  }

  private void refuse() {
    if (subscriber != null) {
      waiting = null;
      over = true;
      failure = new IllegalArgumentException("A subscriber must request at least one element.");
      call().stop();
      signalEnd();
    }
  }

  /**
   * Bytes of the answer have been taken in.
   *
   * @return how many the peer gets credit for at once: all, unless something waits
   */
  int received(StreamCall<E> from, int bytes) {
    if (over || from.hasEnded() || (requested > 0 && isEmpty())) {
      return bytes + takeUncredited(uncredited);
    }
    uncredited += bytes;
    if (!from.context().addBuffered(bytes)) {
      from.onTooMuchBuffered();
    }
    return 0;
  }

  private int takeUncredited(int bytes) {
    if (bytes > 0) {
      uncredited -= bytes;
      call().context().addBuffered(-bytes);
    }
    return bytes;
  }

  /** How many pieces there were. */
  int emitted() {
    return emitted;
  }

  /** Whether the subscriber has all it asked for. */
  boolean isPaused() {
    return requested == 0;
  }

  void emit(StreamCall<E> from, E piece) {
    source = from;
    emitted++;
    if (isEmpty() && !calling && takeDemand()) {
      next(piece);
    } else if (!over) {
      if (waiting == null) {
        waiting = new ArrayDeque<>();
      }
      waiting.add(piece);
    }
  }

  void complete() {
    if (!over) {
      over = true;
      signalEnd();
    }
  }

  void fail(Throwable failure) {
    if (!over) {
      over = true;
      this.failure = failure;
      signalEnd();
    }
  }

  /** Lets go of everything; nothing is signalled any more. */
  void drop() {
    over = true;
    waiting = null;
    subscriber = null;
    takeUncredited(uncredited);
  }

  void reset() {
    takeUncredited(uncredited);
  }

  private void drain() {
    if (calling) {
      return;
    }
    call().clock.excuse(System.nanoTime());
    ArrayDeque<E> pieces = waiting;
    while (pieces != null && !pieces.isEmpty() && subscriber != null && takeDemand()) {
      int share = uncredited / pieces.size();
      E piece = pieces.remove();
      credit(takeUncredited(share));
      next(piece);
    }
    if (isEmpty()) {
      if (over) {
        signalEnd();
      } else if (requested > 0) {
        credit(takeUncredited(uncredited));
      }
    }
  }

  private void credit(int bytes) {
    StreamCall<E> from = source == null ? call() : source;
    from.credit(bytes);
  }

  private void next(E piece) {
    Flow.Subscriber<? super E> target = subscriber;
    if (target == null || call().isCancelled()) {
      return;
    }
    calling = true;
    try {
      target.onNext(piece);
    } catch (Throwable t) {
      // The standard forbids it; the stream cannot go on, and nobody else is harmed.
      LOG.log(System.Logger.Level.ERROR, "A subscriber threw; its call is cancelled.", t);
      drop();
      call().cancel();
    } finally {
      calling = false;
    }
    if (over) {
      signalEnd();
    }
  }

  private void signalEnd() {
    Flow.Subscriber<? super E> target = subscriber;
    if (target == null || calling || !isEmpty() || call().isCancelled()) {
      return;
    }
    subscriber = null;
    try {
      if (failure == null) {
        target.onComplete();
      } else {
        target.onError(failure);
      }
    } catch (Throwable t) {
      LOG.log(System.Logger.Level.ERROR, "A subscriber threw at the end of its stream.", t);
    }
  }

  private boolean isEmpty() {
    return waiting == null || waiting.isEmpty();
  }

  private boolean takeDemand() {
    long demand = requested;
    if (demand == Long.MAX_VALUE) {
      return true;
    }
    if (demand == 0) {
      return false;
    }
    REQUESTED.decrementAndGet(this);
    return true;
  }

  private StreamCall<E> call() {
    StreamCall<E> target = call;
    if (target == null) {
      throw new IllegalStateException("There is no call yet.");
    }
    return target;
  }
}
