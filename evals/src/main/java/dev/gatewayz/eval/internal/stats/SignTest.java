package dev.gatewayz.eval.internal.stats;

/**
 * Whether one of two did better over the same cases: the exact test of signs, two-sided.
 *
 * @param better cases in which the first did better
 * @param worse cases in which it did worse
 * @param ties cases in which both did the same, which count for nothing
 */
public record SignTest(int better, int worse, int ties) {

  /** How likely a difference as large as this is if there is none; at most 1. */
  public double p() {
    int n = better + worse;
    int fewer = Math.min(better, worse);
    if (n == 0) {
      return 1;
    }
    double logTerm = -n * Math.log(2);
    double sum = 0;
    for (int k = 0; k <= fewer; k++) {
      sum += Math.exp(logTerm);
      logTerm += Math.log(n - k) - Math.log(k + 1);
    }
    return Math.min(1, 2 * sum);
  }
}
