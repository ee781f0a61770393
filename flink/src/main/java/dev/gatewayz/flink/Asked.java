package dev.gatewayz.flink;

import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes of the rows of a step.
 *
 * @param <I> the rows
 * @param <O> the answers
 */
public final class Asked<I, O> {
  private final DataStream<Answer<I, O>> answers;
  private final DataStream<DeadLetter<I>> deadLetters;

  Asked(DataStream<Answer<I, O>> answers, DataStream<DeadLetter<I>> deadLetters) {
    this.answers = answers;
    this.deadLetters = deadLetters;
  }

  /** {@return the rows that were answered} */
  public DataStream<Answer<I, O>> answers() {
    return answers;
  }

  /** {@return the rows that have no answer, with the reason} */
  public DataStream<DeadLetter<I>> deadLetters() {
    return deadLetters;
  }
}
