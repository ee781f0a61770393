package dev.gatewayz.internal.call;

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
 */
final class BlockingText implements Flow.Subscriber<String>, Iterator<String> {
  private static final int AHEAD = 64;
  private static final Object END = new Object();

  /** Holds what was asked for, and the end. */
  private final BlockingQueue<Object> arrived = new ArrayBlockingQueue<>(AHEAD + 1);

  private volatile Flow.@Nullable Subscription subscription;
  private volatile @Nullable Throwable failure;
  private @Nullable String next;
  private boolean ended;
  private int taken;

  private BlockingText() {}

  /** A stream that makes the call when it is read. */
  static Stream<String> stream(Flow.Publisher<String> source) {
    BlockingText text = new BlockingText();
    source.subscribe(text);
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(text, Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .onClose(text::close);
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(AHEAD);
  }

  @Override
  public void onNext(String piece) {
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
  public boolean hasNext() {
    if (next == null && !ended) {
      Object element = take();
      if (element == END) {
        ended = true;
        if (failure != null) {
          throw Blocking.raised(failure);
        }
      } else {
        next = (String) element;
        askForMore();
      }
    }
    return next != null;
  }

  @Override
  public String next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    String piece = next;
    next = null;
    return piece;
  }

  private Object take() {
    try {
      return arrived.take();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw Blocking.interrupted();
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
