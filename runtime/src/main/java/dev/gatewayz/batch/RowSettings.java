package dev.gatewayz.batch;

import dev.gatewayz.usage.UsageTracker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How rows are asked about. Changed only before a {@link RowMapping} has it. */
final class RowSettings {
  int inFlight = 256;
  boolean isOrdered;
  long total;
  Executor executor = new CompletableFuture<>().defaultExecutor();
  Duration every = Duration.ofDays(1);
  Consumer<? super MapProgress> progress = told -> {};
  @Nullable UsageTracker usage;

  /** What suits most, for so many rows. */
  RowSettings(long total) {
    this.total = total;
  }

  /** The same, to be changed. */
  RowSettings copy() {
    RowSettings copy = new RowSettings(total);
    copy.inFlight = inFlight;
    copy.isOrdered = isOrdered;
    copy.executor = executor;
    copy.every = every;
    copy.progress = progress;
    copy.usage = usage;
    return copy;
  }
}
