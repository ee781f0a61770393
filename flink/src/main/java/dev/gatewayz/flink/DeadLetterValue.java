package dev.gatewayz.flink;

import dev.gatewayz.error.Fault;
import dev.gatewayz.error.GatewayzException;
import org.jspecify.annotations.Nullable;

/** A {@link DeadLetter} as it was written. */
record DeadLetterValue<I, O>(
    String key,
    I row,
    String errorType,
    String error,
    Fault fault,
    String partialText,
    @Nullable String requestId,
    RowUsageValue usage)
    implements DeadLetter<I>, Outcome<I, O> {

  /** Of a row that failed with an exception. */
  static <I, O> DeadLetterValue<I, O> of(
      String key, I row, Throwable error, String more, RowUsageValue usage) {
    GatewayzException known = error instanceof GatewayzException call ? call : null;
    return new DeadLetterValue<>(
        key,
        row,
        error.getClass().getName(),
        (error.getMessage() == null ? error.toString() : error.getMessage()) + more,
        faultOf(error),
        known == null ? "" : known.partial().text(),
        known == null ? null : known.requestId(),
        usage);
  }

  /** What throws in the code of the row is the row's fault. */
  static Fault faultOf(Throwable error) {
    return error instanceof GatewayzException known ? known.fault() : Fault.REQUEST;
  }
}
