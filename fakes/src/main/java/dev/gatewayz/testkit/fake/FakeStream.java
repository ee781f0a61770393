package dev.gatewayz.testkit.fake;

import dev.gatewayz.AnswerStream;
import dev.gatewayz.AnswerSubscriber;
import dev.gatewayz.Completion;
import dev.gatewayz.error.GatewayzException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose pieces are known beforehand. Each subscriber gets all of them, as many at a time
 * as it asks for and on the thread that asks; one that is an {@link AnswerSubscriber} gets the
 * completion at the end. Immutable.
 *
 * @param <T> the pieces: text, chunks, or elements of a list
 */
public final class FakeStream<T> implements AnswerStream<T> {
  private final List<T> pieces;
  private final Completion<String> completion;
  private final @Nullable GatewayzException failure;
  private final boolean stalls;

  FakeStream(List<T> pieces, Completion<String> completion) {
    this(pieces, completion, null, false);
  }

  private FakeStream(
      List<T> pieces,
      Completion<String> completion,
      @Nullable GatewayzException failure,
      boolean stalls) {
    this.pieces = pieces;
    this.completion = completion;
    this.failure = failure;
    this.stalls = stalls;
  }

  /**
   * {@return the same, which fails when its pieces are handed over}
   *
   * @param failure as {@link Failures} makes them
   */
  public FakeStream<T> failing(GatewayzException failure) {
    return new FakeStream<>(pieces, completion, Objects.requireNonNull(failure, "failure"), false);
  }

  /** {@return the same, which says nothing more when its pieces are handed over, and never ends} */
  public FakeStream<T> stalling() {
    return new FakeStream<>(pieces, completion, null, true);
  }

  /**
   * {@return the same, which ends with another completion}
   *
   * @param completion what came with the answer
   */
  public FakeStream<T> completing(Completion<String> completion) {
    return new FakeStream<>(
        pieces, Objects.requireNonNull(completion, "completion"), failure, stalls);
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    subscriber.onSubscribe(new Delivery(subscriber));
  }

  /**
   * The pieces on their way to one subscriber. Whoever asks hands pieces over, unless somebody does
   * so already, who then hands over these as well.
   */
  private final class Delivery implements Flow.Subscription {
    private final Flow.Subscriber<? super T> subscriber;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicInteger requests = new AtomicInteger();
    private int delivered;
    private volatile boolean isOver;
    private volatile boolean isMisused;

    Delivery(Flow.Subscriber<? super T> subscriber) {
      this.subscriber = subscriber;
    }

    @Override
    public void request(long n) {
      if (n <= 0) {
        isMisused = true;
      } else {
        asked.accumulateAndGet(n, (a, b) -> a + b < 0 ? Long.MAX_VALUE : a + b);
      }
      if (requests.getAndIncrement() == 0) {
        int seen = 1;
        while (seen != 0) {
          deliver();
          seen = requests.addAndGet(-seen);
        }
      }
    }

    private void deliver() {
      while (!isOver) {
        if (isMisused) {
          isOver = true;
          subscriber.onError(
              new IllegalArgumentException("A subscriber must ask for at least one piece."));
        } else if (delivered == pieces.size()) {
          if (stalls) {
            return;
          }
          isOver = true;
          end();
        } else if (delivered < asked.get()) {
          subscriber.onNext(pieces.get(delivered++));
        } else {
          return;
        }
      }
    }

    private void end() {
      if (failure != null) {
        subscriber.onError(failure);
        return;
      }
      if (subscriber instanceof AnswerSubscriber<? super T> told) {
        told.onCompletion(completion);
      }
      subscriber.onComplete();
    }

    @Override
    public void cancel() {
      isOver = true;
    }
  }
}
