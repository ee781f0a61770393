package dev.gatewayz.internal.subscribe;

import dev.gatewayz.error.CallInfo;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A streamed answer for one thread that blocks for it. It asks for a few pieces ahead, so the
 * server waits for a reader that does not keep up.
 *
 * @param <T> the pieces
 */
public final class BlockingReader<T> implements Flow.Subscriber<T>, Iterator<T> {
  private static final int AHEAD = 64;
  private static final Object END = new Object();

  /** Holds what was asked for, and the end. */
  private final BlockingQueue<Object> arrived = new ArrayBlockingQueue<>(AHEAD + 1);

  private final String what;
  private final CallInfo call;
  private volatile Flow.@Nullable Subscription subscription;
  private volatile @Nullable Throwable failure;
  private @Nullable T next;
  private boolean ended;
  private int taken;

  private BlockingReader(String what, CallInfo call) {
    this.what = what;
    this.call = call;
  }

  /**
   * A stream of what a publisher publishes.
   *
   * @param what what would block the thread, as errors name it
   * @param call which call it is, as errors name it
   * @throws IllegalStateException if the thread is an event loop
   */
  public static <T> Stream<T> stream(String what, CallInfo call, Flow.Publisher<T> source) {
    Blocking.requireAllowed(what);
    BlockingReader<T> reader = new BlockingReader<>(what, call);
    source.subscribe(reader);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(reader, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(reader::close);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(AHEAD);
  }

  @Override
  public void onNext(T piece) {
    arrived.add(piece);
  }

  @Override
  public void onError(Throwable failure) {
    this.failure = failure;
    arrived.add(END);
  }

  @Override
  public void onComplete() {
    arrived.add(END);
  }

  @Override
  @SuppressWarnings("unchecked") // Nothing but pieces and the end is put in.
  public boolean hasNext() {
    if (next == null && !ended) {
      Object element = take();
      if (element == END) {
        ended = true;
        if (failure != null) {
          throw Blocking.raised(failure);
        }
      } else {
        next = (T) element;
        askForMore();
      }
    }
    return next != null;
  }

  @Override
  public T next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    T piece = next;
    next = null;
    return piece;
  }

  /** The stream may have been handed to another thread. */
  private Object take() {
    Blocking.requireAllowed(what);
    try {
      return arrived.take();
    } catch (InterruptedException e) {
      close();
      throw Blocking.interrupted(call);
    }
  }

  private void askForMore() {
    Flow.Subscription source = subscription;
    if (++taken >= AHEAD / 2 && source != null) {
      source.request(taken);
      taken = 0;
    }
  }

  private void close() {
    ended = true;
    Flow.Subscription source = subscription;
    if (source != null) {
      source.cancel();
    }
    // Wakes a thread that waits in another place than the one that closes.
    arrived.offer(END);
  }
}
