package dev.gatewayz.eval.internal.report;

/** What came of a trial. */
public enum Outcome {
  /** Graded, and every grade passed. */
  PASSED,
  /** Graded, and a grade did not pass; or the model gave no answer that can be used. */
  WRONG,
  /** Not graded, because a call, a judge or the test itself failed. */
  FAILED,
  /** Not graded, because the run stopped before. */
  NOT_RUN;

  /** Whether it counts for the pass rate. */
  public boolean isGraded() {
    return this == PASSED || this == WRONG;
  }
}
