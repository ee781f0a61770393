package dev.gatewayz.batch;

import dev.gatewayz.Completion;
import dev.gatewayz.error.Fault;
import dev.gatewayz.internal.log.Log;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one subscription to rows. What happens anywhere (demand, rows, answers) becomes a
 * task; tasks run one after the other on the executor, and everything here is theirs.
 */
final class RowCalls<I, O> implements Flow.Subscription {
  private final Function<? super I, ? extends CompletionStage<O>> prompt;
  private final RowSettings settings;
  private final Flow.Subscriber<? super RowResult<I, O>> subscriber;
  private final SerialTasks tasks;
  private final Tally tally;

  /** Those not handed on, in the order of the rows; empty unless results come in that order. */
  private final ArrayDeque<Row<I, O>> inOrder = new ArrayDeque<>();

  private final ArrayDeque<RowResult<I, O>> ready = new ArrayDeque<>();
  private final Set<Row<I, O>> underWay = new LinkedHashSet<>();
  private Flow.@Nullable Subscription source;
  private long demand;
  private boolean hasBegun;
  private boolean sourceHasEnded;
  private @Nullable Throwable failure;
  private boolean isOver;

  /** The subscriber is being called. */
  private boolean isCalling;

  private volatile boolean isCancelled;

  /** One row that is asked about. */
  private static final class Row<I, O> {
    private @Nullable CompletableFuture<O> answer;
    private @Nullable RowResult<I, O> result;
  }

  RowCalls(
      Function<? super I, ? extends CompletionStage<O>> prompt,
      RowSettings settings,
      Flow.Subscriber<? super RowResult<I, O>> subscriber) {
    this.prompt = prompt;
    this.settings = settings;
    this.subscriber = subscriber;
    this.tasks = new SerialTasks(settings.executor, this::giveUp);
    this.tally = new Tally(settings);
  }

  private void run(Runnable task) {
    tasks.add(
        () -> {
          if (!isOver) {
            runNow(task);
          }
        });
  }

  private void runNow(Runnable task) {
    try {
      task.run();
      deliver();
    } catch (Throwable t) {
      giveUp(t);
    }
  }

  /** Nothing goes on. The subscriber is told, unless it is what threw. */
  private void giveUp(Throwable thrown) {
    boolean isToTell = !isOver && !isCancelled && !isCalling;
    isOver = true;
    try {
      cancelAll();
    } catch (Throwable t) {
      thrown.addSuppressed(t);
    }
    if (isCalling) {
      Log.error("Rows are given up: their subscriber threw.", thrown);
    } else if (isToTell) {
      failure = thrown;
      end();
    }
  }

  // What the subscriber says.

  @Override
  public void request(long results) {
    run(
        () -> {
          if (results <= 0) {
            failure = new IllegalArgumentException("A subscriber must ask for one or more.");
            cancelAll();
            end();
            return;
          }
          demand = demand + results < 0 ? Long.MAX_VALUE : demand + results;
          begin();
        });
  }

  @Override
  public void cancel() {
    isCancelled = true;
    run(
        () -> {
          isOver = true;
          cancelAll();
        });
  }

  private void cancelAll() {
    leave(source);
    for (Row<I, O> row : Set.copyOf(underWay)) {
      if (row.answer != null) {
        row.answer.cancel(true);
      }
    }
    underWay.clear();
  }

  private static void leave(Flow.@Nullable Subscription source) {
    if (source == null) {
      return;
    }
    try {
      source.cancel();
    } catch (Throwable t) {
      // It cannot be cancelled; nobody takes its rows any more.
    }
  }

  /** Takes as many rows as may be under way, once both sides are there. */
  private void begin() {
    if (!hasBegun && source != null && demand > 0) {
      hasBegun = true;
      tally.begin();
      source.request(settings.inFlight);
    }
  }

  // What the source says.

  /** What reads the rows. */
  Flow.Subscriber<I> rows() {
    return new Flow.Subscriber<>() {
      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        run(
            () -> {
              source = subscription;
              begin();
            });
        if (isCancelled) {
          leave(subscription);
        }
      }

      @Override
      public void onNext(I input) {
        Objects.requireNonNull(input, "The source gave null for a row.");
        run(() -> ask(input));
      }

      @Override
      public void onError(Throwable thrown) {
        run(
            () -> {
              failure = failure == null ? thrown : failure;
              sourceHasEnded = true;
            });
      }

      @Override
      public void onComplete() {
        run(() -> sourceHasEnded = true);
      }
    };
  }

  private void ask(I input) {
    if (failure != null) {
      return;
    }
    Row<I, O> row = new Row<>();
    underWay.add(row);
    if (settings.isOrdered) {
      inOrder.add(row);
    }
    CompletionStage<O> answer;
    try {
      answer = Objects.requireNonNull(prompt.apply(input), "The prompt returned null.");
      row.answer = answer.toCompletableFuture();
    } catch (Throwable t) {
      answer = CompletableFuture.failedFuture(t);
    }
    answer.whenComplete((value, error) -> run(() -> answered(row, input, value, error)));
  }

  private void answered(Row<I, O> row, I input, @Nullable O value, @Nullable Throwable error) {
    underWay.remove(row);
    RowResult<I, O> result =
        error == null
            ? new RowResultValue<>(input, value, null)
            : RowResult.failed(input, unwrapped(error));
    row.result = result;
    if (!settings.isOrdered) {
      ready.add(result);
    }
    tally.count(result);
    if (result.fault() == Fault.ACCOUNT && failure == null) {
      failure = result.error();
      sourceHasEnded = true;
      leave(source);
    }
  }

  private static Throwable unwrapped(Throwable error) {
    return error instanceof CompletionException && error.getCause() != null
        ? error.getCause()
        : error;
  }

  // Handing on.

  private void deliver() {
    while (!isOver && !isCancelled && demand > 0) {
      RowResult<I, O> next = next();
      if (next == null) {
        break;
      }
      demand--;
      if (!sourceHasEnded && source != null) {
        source.request(1);
      }
      isCalling = true;
      subscriber.onNext(next);
      isCalling = false;
      tally.tellIfDue();
    }
    boolean isDone = isOver || isCancelled;
    if (!isDone && sourceHasEnded && underWay.isEmpty() && ready.isEmpty() && inOrder.isEmpty()) {
      end();
    }
  }

  private @Nullable RowResult<I, O> next() {
    if (!settings.isOrdered) {
      return ready.poll();
    }
    Row<I, O> first = inOrder.peek();
    if (first == null || first.result == null) {
      return null;
    }
    inOrder.remove();
    return first.result;
  }

  private void end() {
    isOver = true;
    tally.tell();
    try {
      if (failure == null) {
        subscriber.onComplete();
      } else {
        subscriber.onError(failure);
      }
    } catch (Throwable t) {
      Log.error("A subscriber of rows threw at its end.", t);
    }
  }

  /** What a result says of its cost. */
  static @Nullable BigDecimal costOf(RowResult<?, ?> result) {
    return result.value() instanceof Completion<?> completion ? completion.cost() : null;
  }
}
