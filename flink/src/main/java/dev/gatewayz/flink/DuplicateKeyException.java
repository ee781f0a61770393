package dev.gatewayz.flink;

/** Says that a row has the key of a row before it, and was not asked about. */
public final class DuplicateKeyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  DuplicateKeyException(String key) {
    super(
        "The key \""
            + key
            + "\" came before: this row was not asked about. A key must name one row, for answers"
            + " and idempotency keys go by it.");
  }
}
