package dev.gatewayz.batch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@link MapProgress} as it was at that moment. */
record MapProgressValue(
    long rows, long errors, long total, Duration elapsed, @Nullable BigDecimal cost)
    implements MapProgress {
  private static final double NANOS = 1e9;

  @Override
  public double rate() {
    return elapsed.isZero() ? 0 : rows * NANOS / elapsed.toNanos();
  }

  @Override
  public @Nullable Duration left() {
    double rate = rate();
    return total < rows || rate == 0
        ? null
        : Duration.ofMillis((long) ((total - rows) / rate * 1_000));
  }

  @Override
  public String toLine() {
    StringBuilder line = new StringBuilder();
    line.append(String.format(Locale.ROOT, "%,d", rows));
    if (total >= 0) {
      line.append(String.format(Locale.ROOT, " of %,d", total));
    }
    line.append(String.format(Locale.ROOT, " rows, %,.1f/s", rate()));
    if (errors > 0) {
      line.append(String.format(Locale.ROOT, ", %,d error%s", errors, errors == 1 ? "" : "s"));
    }
    if (cost != null) {
      line.append(", $").append(cost.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }
    Duration left = left();
    if (left != null && rows < total) {
      line.append(", ").append(clock(left)).append(" left");
    }
    return line.toString();
  }

  private static String clock(Duration time) {
    return time.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
  }
}
