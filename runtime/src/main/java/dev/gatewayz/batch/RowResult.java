package dev.gatewayz.batch;

import dev.gatewayz.error.Fault;
import org.jspecify.annotations.Nullable;

/** What came of one row: a value or a failure. Immutable. */
public sealed interface RowResult<I, O> permits RowResultValue {

  /** The row. */
  I input();

  /** The answer, {@code null} if there is none. */
  @Nullable O value();

  /** Why there is none, {@code null} if there is one. */
  @Nullable Throwable error();

  /** Whether there is an answer. */
  default boolean isAnswered() {
    return error() == null;
  }

  /**
   * What is to be done with a row that has failed: {@code REQUEST}, set it aside; {@code
   * TRANSIENT}, ask again another time; {@code ACCOUNT}, the run has stopped. {@code null} if there
   * is an answer.
   */
  @Nullable Fault fault();

  /** An answer; for tests, and for those who answer rows themselves. */
  static <I, O> RowResult<I, O> answered(I input, O value) {
    return new RowResultValue<>(input, value, null);
  }

  /** A failure. */
  static <I, O> RowResult<I, O> failed(I input, Throwable error) {
    return new RowResultValue<>(input, null, error);
  }
}
