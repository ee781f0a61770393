package dev.gatewayz.batch;

import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.time.Nanos;
import dev.gatewayz.usage.UsageTracker;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Counts results, and tells how far it is. Confined to the tasks of its {@link RowCalls}. */
final class Tally {
  private final RowSettings settings;
  private long rows;
  private long errors;
  private @Nullable BigDecimal cost;
  private BigDecimal before = BigDecimal.ZERO;
  private long begun = System.nanoTime();
  private long told = begun;

  Tally(RowSettings settings) {
    this.settings = settings;
  }

  void begin() {
    begun = System.nanoTime();
    told = begun;
    UsageTracker usage = settings.usage;
    if (usage != null) {
      before = usage.snapshot().cost();
    }
  }

  void count(RowResult<?, ?> result) {
    rows++;
    if (!result.isAnswered()) {
      errors++;
    }
    BigDecimal more = RowCalls.costOf(result);
    if (more != null) {
      cost = cost == null ? more : cost.add(more);
    }
  }

  void tellIfDue() {
    long now = System.nanoTime();
    if (now - told >= Nanos.of(settings.every)) {
      told = now;
      tell();
    }
  }

  void tell() {
    UsageTracker usage = settings.usage;
    BigDecimal spent = usage == null ? cost : usage.snapshot().cost().subtract(before);
    try {
      settings.progress.accept(
          new MapProgressValue(
              rows, errors, settings.total, Duration.ofNanos(System.nanoTime() - begun), spent));
    } catch (Throwable t) {
      Log.warning("What is told of progress threw; rows go on.", t);
    }
  }
}
