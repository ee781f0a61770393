package dev.gatewayz.flink;

/**
 * Says that a job has spent its budget, and so has stopped. Nothing is lost: raise the budget and
 * start the job from its last checkpoint.
 */
public final class BudgetUsedUpException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BudgetUsedUpException(String message) {
    super(message);
  }
}
