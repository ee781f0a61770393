package dev.gatewayz.eval.internal.stats;

import java.util.Arrays;

/** Quantiles of a sample, each a value of the sample: the smallest that so many do not exceed. */
public final class Quantiles {
  private final long[] sorted;

  /** Of these values, in any order. */
  public Quantiles(long[] values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  /** The value that the share {@code q} does not exceed, 0 of an empty sample. */
  public long at(double q) {
    if (sorted.length == 0) {
      return 0;
    }
    int rank = (int) Math.ceil(q * sorted.length);
    return sorted[Math.min(sorted.length, Math.max(1, rank)) - 1];
  }
}
