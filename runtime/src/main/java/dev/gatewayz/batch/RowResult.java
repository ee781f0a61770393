package dev.gatewayz.batch;

import dev.gatewayz.error.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What came of one row: a value or a failure. Immutable.
 *
 * @param <I> the type of a row
 * @param <O> the type of an answer
 */
public sealed interface RowResult<I, O> permits RowResultValue {

  /** {@return the row} */
  I input();

  /** {@return the answer, {@code null} if there is none} */
  @Nullable O value();

  /** {@return why there is none, {@code null} if there is one} */
  @Nullable Throwable error();

  /** {@return whether there is an answer} */
  default boolean isAnswered() {
    return error() == null;
  }

  /**
   * {@return what is to be done with a row that has failed: {@code REQUEST}, set it aside; {@code
   * TRANSIENT}, ask again another time; {@code ACCOUNT}, the run has stopped} {@code null} if there
   * is an answer.
   */
  @Nullable Fault fault();

  /**
   * {@return an answer; for tests, and for those who answer rows themselves}
   *
   * @param <I> the type of a row
   * @param <O> the type of an answer
   * @param input the row
   * @param value the answer
   */
  static <I, O> RowResult<I, O> answered(I input, O value) {
    return new RowResultValue<>(input, value, null);
  }

  /**
   * {@return a failure}
   *
   * @param <I> the type of a row
   * @param <O> the type of an answer
   * @param input the row
   * @param error why there is no answer
   */
  static <I, O> RowResult<I, O> failed(I input, Throwable error) {
    return new RowResultValue<>(input, null, error);
  }
}
