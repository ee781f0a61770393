package dev.gatewayz.internal.answer;

import dev.gatewayz.Completion;
import dev.gatewayz.internal.log.Log;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
  private final Backlog<E> backlog = new Backlog<>();
  private final Subscribed<E> subscriber;

  /** Makes the newest piece, which takes the place of older ones that nobody has asked for. */
  private @Nullable Supplier<? extends @Nullable E> newest;

  /** Whether older pieces are worth nothing, so that the peer need not wait. */
  private boolean offers;

  private int pieces;

  /** How many pieces came of earlier requests. */
  private int piecesBefore;

  private boolean over;
  private @Nullable StreamEnd end;

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
    this.subscriber = new Subscribed<>(this, subscriber, callbacks, name, context);
  }

  /** Introduces the subscriber to its subscription. */
  public void subscribe(Upstream call) {
    if (introduce(call)) {
      // Only now may other signals follow, and only now may the call begin.
      open();
    }
  }

  /** The same, with an end at once: the call is refused before it begins. */
  public void refuse(Upstream call, Throwable refusal) {
    if (introduce(call)) {
      call.cancel();
      subscriber.refuse(refusal);
    }
  }

  private boolean introduce(Upstream call) {
    of(call);
    if (subscriber.isForgotten()) {
      return false;
    }
    try {
      subscriber.introduce(this);
    } catch (Throwable t) {
      cancel();
      throw t;
    }
    return true;
  }

  // What the subscriber wants.

  @Override
  void onNeverBegun() {
    subscriber.forget();
  }

  @Override
  void onBadDemand() {
    refuseBadDemand();
  }

  /** A subscriber that asks for nothing gets an error, as the standard wants it. */
  @Override
  public boolean refuseBadDemand() {
    if (isBad() && !subscriber.isForgotten()) {
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
    if (isEmpty() && !subscriber.isCalling() && take()) {
      next(piece);
    } else if (!over) {
      backlog.add(piece);
    }
  }

  /**
   * Hands the newest piece on, now or when it is asked for, in place of an older one that waits.
   *
   * @param newest makes it, {@code null} if there is none after all
   */
  void offer(Supplier<? extends @Nullable E> newest) {
    if (!over) {
      offers = true;
      this.newest = newest;
      handOnNewest();
    }
  }

  /** Whether the subscriber is to be told at the end what came with the answer. */
  boolean wantsCompletion() {
    return subscriber.wantsCompletion();
  }

  /**
   * The answer is whole.
   *
   * @param completion what came with it, {@code null} if the subscriber does not want to know
   */
  void complete(@Nullable Completion<String> completion) {
    end(new StreamEnd(completion, null));
  }

  // What the call asks and tells.

  @Override
  public boolean isStreamed() {
    return true;
  }

  @Override
  public boolean isPaused() {
    return !offers && (isNone() || subscriber.isBusy());
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
    newest = null;
    piecesBefore = pieces;
  }

  @Override
  public void fail(Throwable failure) {
    end(new StreamEnd(null, failure));
  }

  @Override
  public void drop() {
    over = true;
    newest = null;
    subscriber.forget();
    backlog.clear(upstream());
  }

  // Handing on.

  @Override
  void onDemand() {
    if (!subscriber.isCalling()) {
      upstream().wanted();
      handOnWaiting();
    }
  }

  private void handOnWaiting() {
    if (!subscriber.isDirect()) {
      subscriber.next(backlog);
    } else if (!isEmpty()) {
      upstream().time().turn(this::handOnOneByOne);
    }
    handOnNewest();
    signalEnd();
  }

  private void handOnNewest() {
    Supplier<? extends @Nullable E> source = newest;
    if (source != null && !subscriber.isCalling() && !isNone()) {
      newest = null;
      E piece = source.get();
      if (piece != null) {
        accept(piece);
      }
    }
  }

  private void handOnOneByOne() {
    while (!isEmpty() && !subscriber.isForgotten() && take()) {
      int share = backlog.releaseNext(upstream());
      E piece = backlog.remove();
      if (share > 0) {
        upstream().credit(share);
      }
      next(piece);
    }
  }

  /** The subscriber has taken a batch, for which the peer gets credit. */
  void onTaken(int share) {
    if (share > 0) {
      upstream().credit(share);
    }
    upstream().wanted();
    handOnWaiting();
  }

  /** The subscriber gets a failure of this side in place of all that waits. */
  void giveUp(Throwable failure) {
    backlog.clear(upstream());
    newest = null;
    over = true;
    end = new StreamEnd(null, failure);
    upstream().stop();
    signalEnd();
  }

  /** The subscriber threw. The standard forbids it; the stream cannot go on. */
  void onThrown(Throwable thrown) {
    Log.error("A subscriber threw; its call is cancelled.", thrown);
    drop();
    upstream().cancel();
  }

  /** Nothing more comes: what waits is the subscriber's, whether it ever asks for it or not. */
  private void end(StreamEnd end) {
    if (over) {
      return;
    }
    over = true;
    this.end = end;
    upstream().credit(backlog.releaseAll(upstream()));
    signalEnd();
  }

  private void next(E piece) {
    if (upstream().isCancelled()) {
      return;
    }
    if (!subscriber.isDirect()) {
      subscriber.next(List.of(piece), 0);
      return;
    }
    subscriber.next(piece, upstream().time());
    signalEnd();
  }

  /** Tells the subscriber its end, if it has come and nothing waits before it. */
  private void signalEnd() {
    boolean waits = !isEmpty() || newest != null;
    if (end != null && !waits && !subscriber.isCalling() && !upstream().isCancelled()) {
      subscriber.end(end);
    }
  }

  /** Whether nothing waits for the subscriber. */
  boolean isEmpty() {
    return backlog.isEmpty();
  }
}
