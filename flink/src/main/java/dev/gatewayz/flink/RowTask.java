package dev.gatewayz.flink;

import dev.gatewayz.error.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.jspecify.annotations.Nullable;

/**
 * One row that is asked about until it has an outcome: again after a pause while the gateway is to
 * blame, once if the row is. Thread-safe.
 */
final class RowTask<C, I, O> {
  private final PromptFunction<C, I, O> step;
  private final String key;
  private final I row;
  private final ResultFuture<Outcome<I, O>> result;
  private final RowCall calls;
  private final long begun = System.nanoTime();
  private int times;
  private boolean isOver;
  private @Nullable CompletableFuture<?> underWay;

  RowTask(PromptFunction<C, I, O> step, String key, I row, ResultFuture<Outcome<I, O>> result) {
    this.step = step;
    this.key = key;
    this.row = row;
    this.result = result;
    this.calls = new RowCall(key);
  }

  String key() {
    return key;
  }

  /** Asks, on any thread. */
  void ask() {
    JobBudget.Share share = step.share();
    if (share != null && share.isUsedUp()) {
      stop(new BudgetUsedUpException("The budget of this step is used up: " + share.state() + "."));
      return;
    }
    CompletableFuture<O> answer;
    try {
      answer = begin();
    } catch (Exception | Error e) {
      answer = CompletableFuture.failedFuture(e);
    }
    if (isKept(answer)) {
      answer.whenComplete(this::answered);
    }
  }

  private CompletableFuture<O> begin() throws Exception {
    calls.again();
    times++;
    C prompts =
        step.prompts(
            step.client()
                .gatewayz()
                .with(step.client().calls().begun(calls, step.settings().client.total())));
    return Objects.requireNonNull(
            step.asking().ask(prompts, row), "The prompt returned null instead of a future.")
        .toCompletableFuture();
  }

  /** Keeps what is to be cancelled with the row; {@code false} if that has happened. */
  private synchronized boolean isKept(CompletableFuture<?> future) {
    underWay = future;
    if (isOver) {
      future.cancel(true);
    }
    return !isOver;
  }

  private void answered(@Nullable O value, @Nullable Throwable thrown) {
    step.client().calls().ended(calls);
    if (value != null) {
      end(new AnswerValue<>(key, row, value, calls.usage()));
      return;
    }
    Throwable error =
        thrown == null
            ? new NullPointerException("The answer is null.")
            : thrown instanceof CompletionException && thrown.getCause() != null
                ? thrown.getCause()
                : thrown;
    Fault fault = DeadLetterValue.faultOf(error);
    if (fault == Fault.ACCOUNT && !step.settings().holdsOnAccountFault) {
      stop(error);
    } else if (fault == Fault.REQUEST || patience().isOver(taken())) {
      giveUp(error);
    } else {
      step.metrics().askedAgain();
      Duration pause = patience().pause(times, ThreadLocalRandom.current().nextDouble());
      isKept(
          CompletableFuture.runAsync(
              this::ask,
              CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS)));
    }
  }

  private Patience patience() {
    return new Patience(step.settings().firstPause, step.settings().patience);
  }

  private Duration taken() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** Makes it a dead letter. */
  void giveUp(Throwable error) {
    String more = "";
    if (times > 1) {
      more = " Asked " + times + " times in " + taken().toSeconds() + " s.";
    }
    end(DeadLetterValue.of(key, row, error, more, calls.usage()));
  }

  private void end(Outcome<I, O> outcome) {
    if (!becomesOver()) {
      return;
    }
    step.metrics().count(outcome);
    BigDecimal cost = outcome.usage().cost();
    JobBudget.Share share = step.share();
    if (share == null || cost == null || cost.signum() == 0) {
      result.complete(List.of(outcome));
      return;
    }
    share
        .add(cost)
        .whenComplete(
            (added, failure) -> {
              if (failure == null) {
                result.complete(List.of(outcome));
              } else {
                fail(new IllegalStateException("The store of the budget has failed.", failure));
              }
            });
  }

  /** Ends the job: the row is in its last checkpoint, and asked about when that is gone on from. */
  private void stop(Throwable error) {
    if (becomesOver()) {
      fail(
          new SuppressRestartsException(
              new IllegalStateException(
                  "The job has stopped, for every row would fail: "
                      + error.getMessage()
                      + " Nothing is lost: mend that, and start the job from its last checkpoint.",
                  error)));
    }
  }

  /**
   * Fails on the thread of the step, with the row among those under way. {@link
   * ResultFuture#completeExceptionally} fails the job elsewhere and goes on without the row: a
   * checkpoint between the two would not have it.
   */
  private void fail(RuntimeException error) {
    result.complete(
        () -> {
          throw error;
        });
  }

  /** Ends the calls under way; there is no outcome. */
  void cancel() {
    CompletableFuture<?> last;
    synchronized (this) {
      isOver = true;
      last = underWay;
    }
    if (last != null) {
      last.cancel(true);
    }
    step.client().calls().ended(calls);
  }

  private boolean becomesOver() {
    synchronized (this) {
      if (isOver) {
        return false;
      }
      isOver = true;
    }
    step.ended(this);
    return true;
  }
}
