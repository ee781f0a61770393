package dev.gatewayz.batch;

import dev.gatewayz.usage.UsageTracker;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A prompt over rows, which begins when somebody subscribes. Immutable; each setting returns
 * another one.
 *
 * <p>No more rows are under way, or answered and not yet asked for, than {@link #inFlight} says; a
 * source is asked for the next when a result was handed on. Sources are read and results handed on
 * by an executor, one after the other, never on an event loop.
 *
 * <p>A row that fails is a result like any other. But after a failure whose fault is {@link
 * dev.gatewayz.error.Fault#ACCOUNT} no more rows are taken: those under way are handed on, and then
 * the subscriber gets that failure.
 *
 * @param <I> the type of a row
 * @param <O> the type of an answer
 */
public final class RowMapping<I, O> implements Flow.Publisher<RowResult<I, O>> {
  /** Of how many rows there are. */
  static final long UNKNOWN = -1;

  private final Function<Executor, Flow.Publisher<? extends I>> source;
  private final Function<? super I, ? extends CompletionStage<O>> prompt;
  private final RowSettings settings;

  private RowMapping(
      Function<Executor, Flow.Publisher<? extends I>> source,
      Function<? super I, ? extends CompletionStage<O>> prompt,
      RowSettings settings) {
    this.source = source;
    this.prompt = prompt;
    this.settings = settings;
  }

  static <I, O> RowMapping<I, O> of(
      Function<Executor, Flow.Publisher<? extends I>> source,
      Function<? super I, ? extends CompletionStage<O>> prompt,
      long total) {
    return new RowMapping<>(
        source, Objects.requireNonNull(prompt, "prompt"), new RowSettings(total));
  }

  private RowMapping<I, O> with(Consumer<RowSettings> change) {
    RowSettings changed = settings.copy();
    change.accept(changed);
    return new RowMapping<>(source, prompt, changed);
  }

  /**
   * Sets how many rows may be under way. Default: 256.
   *
   * @param rows at least 1
   * @return the same mapping with that number
   * @throws IllegalArgumentException if that is below 1
   */
  public RowMapping<I, O> inFlight(int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("inFlight is " + rows + "; it must be 1 or more.");
    }
    return with(
        copy -> {
          copy.inFlight = rows;
        });
  }

  /**
   * Hands results on in the order of the rows. Default: as they are answered.
   *
   * @return the same mapping in order
   */
  public RowMapping<I, O> ordered() {
    return with(
        copy -> {
          copy.isOrdered = true;
        });
  }

  /**
   * Sets how many rows there are, for the time left. Default: the size of a collection.
   *
   * @param rows -1 if nobody knows
   * @return the same mapping with that number
   */
  public RowMapping<I, O> total(long rows) {
    return with(
        copy -> {
          copy.total = rows;
        });
  }

  /**
   * Sets where sources are read, prompts are called and results are handed on. Default: the
   * executor of {@link CompletableFuture}. A source that blocks for long needs another.
   *
   * @param executor yours to shut down
   * @return the same mapping on that executor
   */
  public RowMapping<I, O> executor(Executor executor) {
    return with(
        copy -> {
          copy.executor = Objects.requireNonNull(executor, "executor");
        });
  }

  /**
   * Tells how far it is: with a result when so much time has passed since the last, and at the end.
   *
   * @param every the least time between two of them; zero for one with each result
   * @param progress called by the thread that hands a result on
   * @return the same mapping, watched
   */
  public RowMapping<I, O> progress(Duration every, Consumer<? super MapProgress> progress) {
    return with(
        copy -> {
          copy.every = Objects.requireNonNull(every, "every");
          copy.progress = Objects.requireNonNull(progress, "progress");
        });
  }

  /**
   * Takes the cost from what a client has used in the meantime. Default: from the results, if they
   * are {@link dev.gatewayz.Completion}s.
   *
   * @param usage of the client that the prompt belongs to
   * @return the same mapping with that cost
   */
  public RowMapping<I, O> costOf(UsageTracker usage) {
    return with(
        copy -> {
          copy.usage = Objects.requireNonNull(usage, "usage");
        });
  }

  @Override
  public void subscribe(Flow.Subscriber<? super RowResult<I, O>> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber");
    RowCalls<I, O> calls = new RowCalls<>(prompt, settings, subscriber);
    subscriber.onSubscribe(calls);
    source.apply(settings.executor).subscribe(calls.rows());
  }

  /**
   * Hands each result on, the next when that one returns.
   *
   * @param action called with one result at a time
   * @return completes at the end with how far it came; fails if the source or the action does, or
   *     after a failure that is the fault of the account. Cancelling it cancels calls under way
   */
  public CompletableFuture<MapProgress> forEach(Consumer<? super RowResult<I, O>> action) {
    Objects.requireNonNull(action, "action");
    ForEach<I, O> each = new ForEach<>(action);
    Consumer<? super MapProgress> listener = settings.progress;
    with(copy ->
            copy.progress =
                told -> {
                  each.told(told);
                  listener.accept(told);
                })
        .subscribe(each);
    return each.end();
  }
}
