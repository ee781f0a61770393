package dev.gatewayz.batch;

import dev.gatewayz.internal.log.Log;
import java.util.Collections;
import java.util.Iterator;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/** The elements of an iterator, which is read on an executor and may block there. */
record IteratorSource<I>(
    Supplier<? extends Iterator<? extends I>> iterators, Runnable onEnd, Executor executor)
    implements Flow.Publisher<I> {
  @Override
  public void subscribe(Flow.Subscriber<? super I> subscriber) {
    subscriber.onSubscribe(new Reading<>(this, subscriber));
  }

  /** One subscription. All but the flag is touched by its tasks alone, after its start. */
  private static final class Reading<I> implements Flow.Subscription {
    private final Flow.Subscriber<? super I> subscriber;
    private final IteratorSource<I> source;
    private final SerialTasks tasks;
    private Iterator<? extends I> iterator = Collections.emptyIterator();
    private boolean hasBegun;
    private boolean isOver;
    private boolean hasEnded;
    private volatile boolean isCancelled;

    Reading(IteratorSource<I> source, Flow.Subscriber<? super I> subscriber) {
      this.source = source;
      this.subscriber = subscriber;
      this.tasks = new SerialTasks(source.executor(), this::fail);
    }

    @Override
    public void request(long rows) {
      tasks.add(() -> read(rows));
    }

    private void read(long rows) {
      try {
        if (!hasBegun) {
          hasBegun = true;
          iterator = source.iterators().get();
        }
        for (long i = 0; i < rows && !isOver && !isCancelled; i++) {
          if (!iterator.hasNext()) {
            isOver = true;
            source.onEnd().run();
            hasEnded = true;
            subscriber.onComplete();
            return;
          }
          subscriber.onNext(iterator.next());
        }
      } catch (Throwable t) {
        fail(t);
      }
    }

    private void fail(Throwable failure) {
      close();
      if (!hasEnded) {
        hasEnded = true;
        subscriber.onError(failure);
      }
    }

    /** Nothing more is read. */
    private void close() {
      if (!isOver) {
        isOver = true;
        try {
          source.onEnd().run();
        } catch (Throwable t) {
          Log.warning("The source of rows could not be closed.", t);
        }
      }
    }

    @Override
    public void cancel() {
      if (!isCancelled) {
        isCancelled = true;
        tasks.add(this::close);
      }
    }
  }
}
