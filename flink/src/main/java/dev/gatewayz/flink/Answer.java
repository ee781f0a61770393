package dev.gatewayz.flink;

/**
 * A row that was answered. Immutable.
 *
 * @param <I> the rows
 * @param <O> the answers
 */
public sealed interface Answer<I, O> permits AnswerValue {

  /** {@return the key of the row} */
  String key();

  /** {@return the row} */
  I row();

  /** {@return the answer} */
  O value();

  /** {@return what it has used} */
  RowUsage usage();
}
