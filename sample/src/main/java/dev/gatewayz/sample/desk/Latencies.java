package dev.gatewayz.sample.desk;

import dev.gatewayz.sample.http.JsonText;
import java.time.Duration;
import java.util.Arrays;

/** How long the newest calls took. Thread-safe. */
final class Latencies {
  private static final int KEPT = 1_024;

  private final long[] micros = new long[KEPT];
  private long count;

  synchronized void add(Duration duration) {
    micros[(int) (count % KEPT)] = duration.toNanos() / 1_000;
    count++;
  }

  /** Percentiles of what is kept, in milliseconds; all zero if there is nothing. */
  JsonText percentiles() {
    long[] sorted = sorted();
    return JsonText.object()
        .raw("p50", millis(sorted, 0.50))
        .raw("p95", millis(sorted, 0.95))
        .raw("p99", millis(sorted, 0.99));
  }

  private synchronized long[] sorted() {
    long[] kept = Arrays.copyOf(micros, (int) Math.min(count, KEPT));
    Arrays.sort(kept);
    return kept;
  }

  private static String millis(long[] sorted, double share) {
    if (sorted.length == 0) {
      return "0";
    }
    int rank = (int) Math.ceil(share * sorted.length);
    return Double.toString(sorted[Math.max(rank, 1) - 1] / 1_000.0);
  }
}
