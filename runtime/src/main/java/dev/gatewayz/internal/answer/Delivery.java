package dev.gatewayz.internal.answer;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Hands the pieces of a streamed answer to their subscriber, as many as it asked for, and gives the
 * peer credit for the bytes they came in once they are handed on. What is not asked for waits here,
 * no more than the peer's window holds. While nothing waits, the peer has credit for all it sent.
 *
 * <p>{@link #request} and {@link #cancel} may come from any thread, everything else runs on the
 * loop of the call; once that has ended, what still waits is handed on by the thread that asks for
 * it. The call begins with the first request.
 *
 * @param <E> the pieces
 */
public final class Delivery<E> extends Demand implements Receiver, Consumer<E> {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

  @SuppressWarnings("rawtypes")
  private static final AtomicIntegerFieldUpdater<Delivery> DRAINS =
      AtomicIntegerFieldUpdater.newUpdater(Delivery.class, "drains");

  private final Backlog<E> backlog = new Backlog<>();
  private final String name;
  private Callbacks callbacks;
  private Flow.@Nullable Subscriber<? super E> subscriber;

  /** How often it was asked to hand on what waits, since that was last done. */
  @SuppressWarnings("UnusedVariable") // DRAINS reads it.
  private volatile int drains;

  private int pieces;

  /** How many pieces came of earlier requests. */
  private int piecesBefore;

  /** The subscriber is being called; on the executor of callbacks this lasts. */
  private boolean calling;

  /** What waits is being handed on. */
  private boolean draining;

  /** When the first piece of the present bytes was handed on; 0 for none. */
  private long handingSince;

  private boolean over;
  private @Nullable StreamEnd end;
  private @Nullable Throwable refusal;
  private @Nullable Runnable neverBegun;

  /**
   * To a subscriber that knows nothing of it yet.
   *
   * @param callbacks where it is called; the executor gets what waits batch by batch, the next when
   *     the subscriber has taken the last
   * @param name the prompt, as a warning names it
   */
  public Delivery(Flow.Subscriber<? super E> subscriber, Callbacks callbacks, String name) {
    this.subscriber = subscriber;
    this.callbacks = callbacks;
    this.name = name;
  }

  /** What is to be done if the subscriber cancels before the call has begun. */
  public void ifNeverBegun(Runnable neverBegun) {
    this.neverBegun = neverBegun;
  }

  /** There will be no call: an interceptor refuses it. */
  public void refuseBefore(Throwable refusal) {
    this.refusal = refusal;
  }

  /** Introduces the subscriber to its subscription. */
  public void subscribe(Upstream call) {
    of(call);
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
    open();
  }

  // What the subscriber wants.

  @Override
  void onNeverBegun() {
    subscriber = null;
    if (neverBegun != null) {
      neverBegun.run();
    }
  }

  @Override
  void onBadDemand() {
    refuseBadDemand();
  }

  /** A subscriber that asks for nothing gets an error, as the standard wants it. */
  @Override
  public boolean refuseBadDemand() {
    if (isBad() && subscriber != null) {
      giveUp(new IllegalArgumentException("A subscriber must request at least one element."));
    }
    return isBad();
  }

  // What the answer brings.

  /**
   * Bytes of the answer have been taken in.
   *
   * @return how many the peer gets credit for at once: all, unless a piece waits and more may come
   */
  int received(int bytes) {
    if (handingSince != 0) {
      callbacks.ran(handingSince, name);
      handingSince = 0;
    }
    if (over || isEmpty()) {
      return bytes;
    }
    backlog.hold(bytes, upstream());
    return 0;
  }

  /** Whether so much waits, here and elsewhere on this loop, that memory is in danger. */
  boolean isOverfull() {
    return backlog.isOverfull();
  }

  /** Hands a piece on, now or when it is asked for. */
  @Override
  public void accept(E piece) {
    pieces++;
    if (isEmpty() && !calling && take()) {
      next(piece);
    } else if (!over) {
      backlog.add(piece);
    }
  }

  /** Whether the subscriber is to be told at the end what came with the answer. */
  boolean wantsCompletion() {
    return subscriber instanceof AnswerSubscriber;
  }

  /**
   * The answer is whole.
   *
   * @param completion what came with it, {@code null} if the subscriber does not want to know
   */
  void complete(@Nullable Completion<String> completion) {
    if (!over) {
      end(new StreamEnd(completion, null));
    }
  }

  // What the call asks and tells.

  @Override
  public boolean isStreamed() {
    return true;
  }

  @Override
  public boolean isPaused() {
    return isNone() || isBusy();
  }

  /** Whether the subscriber is at work on the executor. */
  private boolean isBusy() {
    return calling && !callbacks.areDirect();
  }

  @Override
  public int pieces() {
    return pieces;
  }

  @Override
  public boolean hasDelivered() {
    return pieces > piecesBefore;
  }

  @Override
  public void startRequest() {
    // The bytes of the last response are past crediting.
    backlog.releaseAll(upstream());
    piecesBefore = pieces;
    handingSince = 0;
  }

  @Override
  public void fail(Throwable failure) {
    if (!over) {
      end(new StreamEnd(null, failure));
    }
  }

  @Override
  public void drop() {
    over = true;
    subscriber = null;
    backlog.clear(upstream());
  }

  // Handing on.

  /** One at a time, whichever thread: a loop may be at its last step when it takes no more. */
  @Override
  void onDemand() {
    if (DRAINS.getAndIncrement(this) > 0) {
      return;
    }
    int seen;
    do {
      seen = drains;
      handOnWhatWaits();
    } while (DRAINS.addAndGet(this, -seen) > 0);
  }

  private void handOnWhatWaits() {
    if (calling) {
      return;
    }
    upstream().wanted();
    handOnWaiting();
  }

  private void handOnWaiting() {
    if (callbacks.areDirect()) {
      if (!isEmpty()) {
        long startedAt = System.nanoTime();
        draining = true;
        handOnOneByOne();
        draining = false;
        callbacks.ran(startedAt, name);
      }
    } else if (!draining) {
      draining = true;
      while (!calling && handOnBatch()) {
        // An executor may have run the batch at once; then the next follows here.
      }
      draining = false;
    }
    if (over) {
      signalEnd();
    }
  }

  private void handOnOneByOne() {
    while (!isEmpty() && subscriber != null && take()) {
      int share = backlog.releaseNext(upstream());
      E piece = backlog.remove();
      if (share > 0) {
        upstream().credit(share);
      }
      next(piece);
    }
  }

  // Handing on where the callbacks of the client run.

  private boolean handOnBatch() {
    List<E> batch = new ArrayList<>();
    int share = 0;
    while (!isEmpty() && subscriber != null && take()) {
      share += backlog.releaseNext(upstream());
      batch.add(backlog.remove());
    }
    if (batch.isEmpty()) {
      return false;
    }
    handOn(batch, share);
    return true;
  }

  /**
   * Hands a batch to the executor.
   *
   * @param share how many bytes the peer gets credit for when the subscriber has taken it
   */
  private void handOn(List<E> batch, int share) {
    Flow.Subscriber<? super E> target = subscriber;
    if (target == null) {
      return;
    }
    calling = true;
    try {
      callbacks.execute(() -> call(target, batch, share));
    } catch (RejectedExecutionException e) {
      onRejected(e);
    }
  }

  /** Runs on the executor. */
  private void call(Flow.Subscriber<? super E> target, List<E> batch, int share) {
    Throwable thrown = null;
    try {
      for (int i = 0; i < batch.size() && !upstream().isCancelled(); i++) {
        target.onNext(batch.get(i));
      }
    } catch (Throwable t) {
      thrown = t;
    }
    Throwable failed = thrown;
    step(() -> onTaken(share, failed));
  }

  private void onTaken(int share, @Nullable Throwable thrown) {
    calling = false;
    if (thrown != null) {
      onThrown(thrown);
      return;
    }
    if (share > 0) {
      upstream().credit(share);
    }
    upstream().wanted();
    handOnWaiting();
  }

  /** The executor takes nothing more: the subscriber gets its end here. */
  private void onRejected(RejectedExecutionException rejection) {
    callbacks = Callbacks.NONE;
    calling = false;
    giveUp(rejection);
  }

  /** The subscriber gets a failure of this side in place of all that waits. */
  private void giveUp(Throwable failure) {
    backlog.clear(upstream());
    over = true;
    end = new StreamEnd(null, failure);
    upstream().stop();
    signalEnd();
  }

  private void onThrown(Throwable thrown) {
    // The standard forbids it; the stream cannot go on, and nobody else is harmed.
    LOG.log(System.Logger.Level.ERROR, "A subscriber threw; its call is cancelled.", thrown);
    drop();
    upstream().cancel();
  }

  /** Nothing more comes: what waits is the subscriber's, whether it ever asks for it or not. */
  private void end(StreamEnd end) {
    over = true;
    this.end = end;
    upstream().credit(backlog.releaseAll(upstream()));
    signalEnd();
  }

  private void next(E piece) {
    Flow.Subscriber<? super E> target = subscriber;
    if (target == null || upstream().isCancelled()) {
      return;
    }
    if (!callbacks.areDirect()) {
      handOn(List.of(piece), 0);
      return;
    }
    if (handingSince == 0 && !draining) {
      handingSince = System.nanoTime();
    }
    calling = true;
    try {
      target.onNext(piece);
    } catch (Throwable t) {
      onThrown(t);
    } finally {
      calling = false;
    }
    if (over) {
      signalEnd();
    }
  }

  private void signalEnd() {
    Flow.Subscriber<? super E> target = subscriber;
    StreamEnd last = end;
    if (target == null || last == null || calling || !isEmpty() || upstream().isCancelled()) {
      return;
    }
    subscriber = null;
    if (callbacks.areDirect()) {
      long startedAt = System.nanoTime();
      last.tell(target);
      callbacks.ran(startedAt, name);
      return;
    }
    try {
      callbacks.execute(() -> last.tell(target));
    } catch (RejectedExecutionException e) {
      subscriber = target;
      onRejected(e);
    }
  }

  /** Whether nothing waits for the subscriber. */
  boolean isEmpty() {
    return backlog.isEmpty();
  }
}
