package dev.gatewayz.batch;

import dev.gatewayz.Completion;
import dev.gatewayz.error.Fault;
import dev.gatewayz.error.GatewayzException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A prompt that asks a cheap model first, and a better one about rows whose answer does not pass a
 * check or could not be read. Immutable.
 *
 * <p>A failure of the first that is not the row's fault is the failure of the row: other models for
 * a gateway in trouble are the business of fallbacks. Where answers are {@link Completion}s, that
 * which comes out has the cost of all that were asked.
 *
 * @param <I> the rows
 * @param <O> the answers
 */
public final class Cascade<I, O> implements Function<I, CompletionStage<O>> {
  private final Function<? super I, ? extends CompletionStage<O>> first;
  private final @Nullable Step<I, O> next;

  private record Step<I, O>(
      Predicate<? super O> isGood, Function<? super I, ? extends CompletionStage<O>> better) {}

  private Cascade(
      Function<? super I, ? extends CompletionStage<O>> first, @Nullable Step<I, O> next) {
    this.first = first;
    this.next = next;
  }

  /**
   * Begins with the cheapest, as in {@code Cascade.first(triage::guess)}.
   *
   * @param <I> the type of a row
   * @param <O> the type of an answer
   * @param prompt of a generated client, or anything else that does not block
   * @return a cascade of one prompt
   */
  public static <I, O> Cascade<I, O> first(
      Function<? super I, ? extends CompletionStage<O>> prompt) {
    return new Cascade<>(Objects.requireNonNull(prompt, "prompt"), null);
  }

  /**
   * {@return the same with a better one at the end} May be called several times.
   *
   * @param isGood whether an answer of what comes before may stay
   * @param better asked if not
   */
  public Cascade<I, O> orElse(
      Predicate<? super O> isGood, Function<? super I, ? extends CompletionStage<O>> better) {
    Objects.requireNonNull(isGood, "isGood");
    Objects.requireNonNull(better, "better");
    return new Cascade<>(next == null ? first : this, new Step<>(isGood, better));
  }

  /** Asks about a row. Cancelling the future cancels the call under way. */
  @Override
  public CompletableFuture<O> apply(I row) {
    CompletableFuture<O> result = new CompletableFuture<>();
    follow(
        result,
        ask(first, row),
        (value, error) -> {
          Step<I, O> step = next;
          if (step == null || (error != null && !isFaultOfRow(error))) {
            end(result, value, error);
          } else if (error != null || !isGood(step, value)) {
            follow(
                result,
                ask(step.better, row),
                (better, failure) -> {
                  if (failure != null && error != null && failure != error) {
                    failure.addSuppressed(error);
                  }
                  end(result, better == null ? null : withCostOf(better, value), failure);
                });
          } else {
            end(result, value, null);
          }
        });
    return result;
  }

  /** What is done with a value or an error. */
  private interface Then<O> {
    void accept(@Nullable O value, @Nullable Throwable error);
  }

  /** Goes on when a call has ended, and cancels it when the result is. */
  private static <O> void follow(
      CompletableFuture<O> result, CompletionStage<O> call, Then<O> then) {
    CompletableFuture<O> future = call.toCompletableFuture();
    result.whenComplete(
        (value, error) -> {
          if (result.isCancelled()) {
            future.cancel(true);
          }
        });
    call.whenComplete(
        (value, error) -> {
          try {
            then.accept(value, error == null ? null : unwrapped(error));
          } catch (Throwable t) {
            // A check that throws must not leave the row without an end.
            result.completeExceptionally(t);
          }
        });
  }

  private static <I, O> CompletionStage<O> ask(
      Function<? super I, ? extends CompletionStage<O>> prompt, I row) {
    try {
      return Objects.requireNonNull(prompt.apply(row), "The prompt returned null.");
    } catch (Throwable t) {
      return CompletableFuture.failedFuture(t);
    }
  }

  private static <O> void end(
      CompletableFuture<O> result, @Nullable O value, @Nullable Throwable error) {
    if (error == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(error);
    }
  }

  private static <I, O> boolean isGood(Step<I, O> step, @Nullable O value) {
    return value != null && step.isGood.test(value);
  }

  private static boolean isFaultOfRow(Throwable error) {
    return error instanceof GatewayzException known && known.fault() == Fault.REQUEST;
  }

  private static Throwable unwrapped(Throwable error) {
    return error instanceof CompletionException && error.getCause() != null
        ? error.getCause()
        : error;
  }

  @SuppressWarnings("unchecked") // A completion with another cost is one of the same value.
  private static <O> O withCostOf(O better, @Nullable O cheap) {
    if (better instanceof Completion<?> last && cheap instanceof Completion<?> earlier) {
      BigDecimal cost = last.cost();
      BigDecimal before = earlier.cost();
      return (O)
          last.toBuilder().cost(cost == null || before == null ? null : cost.add(before)).build();
    }
    return better;
  }
}
