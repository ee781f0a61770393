package dev.gatewayz.flink;

/** An {@link Answer} as it came. */
record AnswerValue<I, O>(String key, I row, O value, RowUsageValue usage)
    implements Answer<I, O>, Outcome<I, O> {}
