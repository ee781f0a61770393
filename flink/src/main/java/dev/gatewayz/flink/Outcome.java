package dev.gatewayz.flink;

/** What came of a row. */
sealed interface Outcome<I, O> permits AnswerValue, DeadLetterValue {

  /** What it has used. */
  RowUsageValue usage();
}
