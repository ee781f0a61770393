package dev.gatewayz.batch;

import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.stream.Stream;

/** Prompts over many rows. */
public final class Prompts {
  private Prompts() {}

  /**
   * Asks a prompt about each row, as in {@code Prompts.mapAsync(tickets, triage::team)}, once
   * somebody subscribes. With a client that has {@link dev.gatewayz.Concurrency#adaptive} no row is
   * lost to the limits of the gateway.
   *
   * @param <I> the type of a row
   * @param <O> the type of an answer
   * @param rows read anew for each subscription
   * @param prompt of a generated client, or anything else that does not block
   * @return the results, to be subscribed to
   */
  public static <I, O> RowMapping<I, O> mapAsync(
      Iterable<? extends I> rows, Function<? super I, ? extends CompletionStage<O>> prompt) {
    long total = rows instanceof Collection<?> known ? known.size() : RowMapping.UNKNOWN;
    return RowMapping.of(
        executor -> new IteratorSource<I>(rows::iterator, () -> {}, executor), prompt, total);
  }

  /**
   * Asks as {@link #mapAsync(Iterable, Function)} does. The stream can be subscribed to once, and
   * is closed at the end.
   *
   * @param <I> the type of a row
   * @param <O> the type of an answer
   * @param rows read when there is room for another
   * @param prompt of a generated client, or anything else that does not block
   * @return the results, to be subscribed to once
   */
  public static <I, O> RowMapping<I, O> mapAsync(
      Stream<? extends I> rows, Function<? super I, ? extends CompletionStage<O>> prompt) {
    return RowMapping.of(
        executor -> new IteratorSource<I>(rows::iterator, rows::close, executor),
        prompt,
        RowMapping.UNKNOWN);
  }

  /**
   * Asks as {@link #mapAsync(Iterable, Function)} does. The publisher is asked for no row too
   * early.
   *
   * @param <I> the type of a row
   * @param <O> the type of an answer
   * @param rows subscribed to by each subscription to the results
   * @param prompt of a generated client, or anything else that does not block
   * @return the results, to be subscribed to
   */
  public static <I, O> RowMapping<I, O> mapAsync(
      Flow.Publisher<I> rows, Function<? super I, ? extends CompletionStage<O>> prompt) {
    Objects.requireNonNull(rows, "rows");
    return RowMapping.of(executor -> rows, prompt, RowMapping.UNKNOWN);
  }
}
