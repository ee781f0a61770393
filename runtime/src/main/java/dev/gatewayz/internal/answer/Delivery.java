package dev.gatewayz.internal.answer;

import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
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
public final class Delivery<E> implements Flow.Subscription, Receiver, Consumer<E> {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

  @SuppressWarnings("rawtypes")
  private static final AtomicLongFieldUpdater<Delivery> REQUESTED =
      AtomicLongFieldUpdater.newUpdater(Delivery.class, "requested");

  @SuppressWarnings("rawtypes")
  private static final AtomicIntegerFieldUpdater<Delivery> STARTED =
      AtomicIntegerFieldUpdater.newUpdater(Delivery.class, "started");

  /** What {@link #started} is if the subscriber has cancelled before anything began. */
  private static final int NEVER = -1;

  @SuppressWarnings("rawtypes")
  private static final AtomicIntegerFieldUpdater<Delivery> DRAINS =
      AtomicIntegerFieldUpdater.newUpdater(Delivery.class, "drains");

  private Flow.@Nullable Subscriber<? super E> subscriber;
  private @Nullable ArrayDeque<E> waiting;
  private volatile @Nullable Upstream upstream;
  private volatile long requested;
  private volatile int started;

  /** How often it was asked to hand on what waits, since that was last done. */
  @SuppressWarnings("UnusedVariable") // DRAINS reads it.
  private volatile int drains;

  private volatile boolean subscribed;
  private volatile boolean badDemand;

  /**
   * Bytes received for which the peer has no credit yet; none while no piece waits, or at the end.
   */
  private int uncredited;

  private int pieces;

  /** How many pieces came of earlier requests. */
  private int piecesBefore;

  private boolean overfull;

  /** The subscriber is being called; on the executor of callbacks this lasts. */
  private boolean calling;

  /** What waits is being handed on. */
  private boolean draining;

  private Callbacks callbacks;
  private final String name;
  private final CallContext context;

  /** When the first piece of the present bytes was handed on; 0 for none. */
  private long handingSince;

  private boolean over;
  private @Nullable Completion<String> completion;
  private @Nullable Throwable failure;
  private @Nullable Throwable refusal;
  private @Nullable Runnable neverBegun;

  /**
   * To a subscriber that knows nothing of it yet.
   *
   * @param callbacks where it is called; the executor gets what waits batch by batch, the next when
   *     the subscriber has taken the last
   * @param name the prompt, as a warning names it
   * @param context what the subscriber runs in
   */
  public Delivery(
      Flow.Subscriber<? super E> subscriber,
      Callbacks callbacks,
      String name,
      CallContext context) {
    this.context = context;
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
    this.upstream = call;
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

  // What the subscriber wants.

  @Override
  public void request(long n) {
    if (n <= 0) {
      badDemand = true;
      if (!startOnce()) {
        step(this::refuseBadDemand);
      }
      return;
    }
    long before =
        REQUESTED.getAndAccumulate(
            this, n, (had, more) -> had + more < 0 ? Long.MAX_VALUE : had + more);
    if (!startOnce() && before == 0) {
      step(this::drain);
    }
  }

  @Override
  public void cancel() {
    upstream().cancel();
    if (STARTED.compareAndSet(this, 0, NEVER)) {
      subscriber = null;
      if (neverBegun != null) {
        neverBegun.run();
      }
    }
  }

  /** Where the loop has ended nothing else runs, and the subscriber still gets its end. */
  private void step(Runnable step) {
    if (!upstream().onLoop(step)) {
      step.run();
    }
  }

  /** Returns whether the call began just now, or has not begun yet. */
  private boolean startOnce() {
    if (started == 0
        && subscribed
        && (requested > 0 || badDemand)
        && !upstream().isCancelled()
        && STARTED.compareAndSet(this, 0, 1)) {
      upstream().start();
      return true;
    }
    return started <= 0;
  }

  /** A subscriber that asks for nothing gets an error, as the standard wants it. */
  @Override
  public boolean refuseBadDemand() {
    if (badDemand && subscriber != null) {
      giveUp(new IllegalArgumentException("A subscriber must request at least one element."));
    }
    return badDemand;
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
    uncredited += bytes;
    overfull = !upstream().addBuffered(bytes);
    return 0;
  }

  /** Whether so much waits, here and elsewhere on this loop, that memory is in danger. */
  boolean isOverfull() {
    return overfull;
  }

  /** Hands a piece on, now or when it is asked for. */
  @Override
  public void accept(E piece) {
    pieces++;
    if (isEmpty() && !calling && takeDemand()) {
      next(piece);
    } else if (!over) {
      if (waiting == null) {
        waiting = new ArrayDeque<>();
      }
      waiting.add(piece);
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
      end();
      this.completion = completion;
      signalEnd();
    }
  }

  // What the call asks and tells.

  @Override
  public boolean isStreamed() {
    return true;
  }

  @Override
  public boolean isPaused() {
    return requested == 0 || isBusy();
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
    takeUncredited(uncredited);
    piecesBefore = pieces;
    handingSince = 0;
  }

  @Override
  public void fail(Throwable failure) {
    if (!over) {
      end();
      this.failure = failure;
      signalEnd();
    }
  }

  @Override
  public void drop() {
    over = true;
    waiting = null;
    subscriber = null;
    takeUncredited(uncredited);
  }

  // Handing on.

  /** One at a time, whichever thread: a loop may be at its last step when it takes no more. */
  private void drain() {
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
    ArrayDeque<E> queue = waiting;
    while (queue != null && !queue.isEmpty() && subscriber != null && takeDemand()) {
      int share = takeUncredited(uncredited / queue.size());
      E piece = queue.remove();
      if (share > 0) {
        upstream().credit(share);
      }
      next(piece);
    }
  }

  // Handing on where the callbacks of the client run.

  private boolean handOnBatch() {
    ArrayDeque<E> queue = waiting;
    List<E> batch = new ArrayList<>();
    int share = 0;
    while (queue != null && !queue.isEmpty() && subscriber != null && takeDemand()) {
      share += takeUncredited(uncredited / queue.size());
      batch.add(queue.remove());
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
        hand(batch.get(i), target);
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
    waiting = null;
    takeUncredited(uncredited);
    over = true;
    this.failure = failure;
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
  private void end() {
    over = true;
    upstream().credit(takeUncredited(uncredited));
  }

  private int takeUncredited(int bytes) {
    if (bytes > 0) {
      uncredited -= bytes;
      upstream().addBuffered(-bytes);
    }
    return bytes;
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
      hand(piece, target);
    } catch (Throwable t) {
      onThrown(t);
    } finally {
      calling = false;
    }
    if (over) {
      signalEnd();
    }
  }

  private void hand(E piece, Flow.Subscriber<? super E> target) {
    if (context.isEmpty()) {
      target.onNext(piece);
    } else {
      context.run(() -> target.onNext(piece));
    }
  }

  private void signalEnd() {
    Flow.Subscriber<? super E> target = subscriber;
    if (target == null || calling || !isEmpty() || upstream().isCancelled()) {
      return;
    }
    subscriber = null;
    Completion<String> whole = completion;
    Throwable failed = failure;
    if (callbacks.areDirect()) {
      long startedAt = System.nanoTime();
      context.run(() -> end(target, whole, failed));
      callbacks.ran(startedAt, name);
      return;
    }
    try {
      callbacks.execute(() -> context.run(() -> end(target, whole, failed)));
    } catch (RejectedExecutionException e) {
      subscriber = target;
      onRejected(e);
    }
  }

  private static <E> void end(
      Flow.Subscriber<? super E> target,
      @Nullable Completion<String> completion,
      @Nullable Throwable failure) {
    try {
      if (failure != null) {
        target.onError(failure);
        return;
      }
      if (completion != null && target instanceof AnswerSubscriber<? super E> whole) {
        whole.onCompletion(completion);
      }
      target.onComplete();
    } catch (Throwable t) {
      LOG.log(System.Logger.Level.ERROR, "A subscriber threw at the end of its stream.", t);
    }
  }

  /** Whether nothing waits for the subscriber. */
  boolean isEmpty() {
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

  private Upstream upstream() {
    Upstream call = upstream;
    if (call == null) {
      throw new IllegalStateException("There is no call yet.");
    }
    return call;
  }
}
