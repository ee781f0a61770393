package dev.gatewayz.flink;

/**
 * A row that was answered. Immutable.
 *
 * @param <I> the rows
 * @param <O> the answers
 */
public sealed interface Answer<I, O> permits AnswerValue {

  /** The key of the row. */
  String key();

  /** The row. */
  I row();

  /** The answer. */
  O value();

  /** What it has used. */
  RowUsage usage();
}
