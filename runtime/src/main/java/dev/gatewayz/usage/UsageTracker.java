package dev.gatewayz.usage;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls and tokens by prompt, model and outcome. Thread-safe; a report taken while calls end
 * may have a call in one sum and not yet in another.
 */
public final class UsageTracker {
  /** Costs are summed as whole multiples of this many decimal places. */
  private static final int COST_SCALE = 12;

  private final ConcurrentHashMap<Key, Sums> sums = new ConcurrentHashMap<>();

  /** A tracker that has counted nothing. */
  public UsageTracker() {}

  /**
   * Counts a call that has ended.
   *
   * @param promptId empty for a request put together at run time
   * @param usage the last usage reported, {@code null} if none was
   * @param gatewayUsage what Gatewayz added, {@code null} if nothing
   */
  public void record(
      String promptId,
      String model,
      Outcome outcome,
      int attempts,
      @Nullable Usage usage,
      @Nullable GatewayUsage gatewayUsage) {
    Key key = new Key(promptId, model, outcome);
    Sums counted = sums.get(key);
    if (counted == null) {
      counted = sums.computeIfAbsent(key, k -> new Sums());
    }
    counted.add(attempts, usage, gatewayUsage);
  }

  /** What was counted so far. */
  public UsageReport snapshot() {
    List<UsageRow> rows = new ArrayList<>();
    sums.forEach((key, counted) -> rows.add(counted.row(key)));
    rows.sort(
        Comparator.comparing(UsageRow::promptId)
            .thenComparing(UsageRow::model)
            .thenComparing(UsageRow::outcome));
    return new UsageReport(rows);
  }

  /** Begins again from zero. */
  public void reset() {
    sums.clear();
  }

  private record Key(String promptId, String model, Outcome outcome) {}

  private static final class Sums {
    private final LongAdder calls = new LongAdder();
    private final LongAdder attempts = new LongAdder();
    private final LongAdder reported = new LongAdder();
    private final LongAdder promptTokens = new LongAdder();
    private final LongAdder completionTokens = new LongAdder();
    private final LongAdder totalTokens = new LongAdder();
    private final LongAdder cachedTokens = new LongAdder();
    private final LongAdder reasoningTokens = new LongAdder();
    private final LongAdder cost = new LongAdder();

    void add(int attempts, @Nullable Usage usage, @Nullable GatewayUsage gatewayUsage) {
      calls.increment();
      this.attempts.add(attempts);
      if (usage != null) {
        reported.increment();
        promptTokens.add(usage.promptTokens());
        completionTokens.add(usage.completionTokens());
        totalTokens.add(usage.totalTokens());
        cachedTokens.add(usage.cachedTokens());
        reasoningTokens.add(usage.reasoningTokens());
      }
      if (gatewayUsage != null && gatewayUsage.cost() != null) {
        cost.add(gatewayUsage.cost().movePointRight(COST_SCALE).longValue());
      }
    }

    UsageRow row(Key key) {
      return new UsageRow(
          key.promptId(),
          key.model(),
          key.outcome(),
          calls.sum(),
          attempts.sum(),
          reported.sum(),
          promptTokens.sum(),
          completionTokens.sum(),
          totalTokens.sum(),
          cachedTokens.sum(),
          reasoningTokens.sum(),
          plain(BigDecimal.valueOf(cost.sum(), COST_SCALE)));
    }

    private static BigDecimal plain(BigDecimal cost) {
      return cost.signum() == 0 ? BigDecimal.ZERO : cost.stripTrailingZeros();
    }
  }
}
