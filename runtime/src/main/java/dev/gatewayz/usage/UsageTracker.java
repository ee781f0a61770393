package dev.gatewayz.usage;

import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls and tokens by prompt, model, outcome and tags. Thread-safe; a report taken while
 * calls end may have a call in one sum and not yet in another.
 *
 * <p>Memory grows with the number of different prompts, models and sets of tags, not with calls: do
 * not mark calls with what is different each time.
 */
public final class UsageTracker {
  /** Costs are summed as whole multiples of this many decimal places. */
  private static final int COST_SCALE = 12;

  private final ConcurrentHashMap<Key, Sums> sums = new ConcurrentHashMap<>();
  private final Map<String, Price> prices;
  private UsageReport last = new UsageReport(List.of());

  /** A tracker that knows no prices. */
  public UsageTracker() {
    this(Map.of());
  }

  /**
   * A tracker.
   *
   * @param prices what models cost, by name with prefix; used where the gateway reports no cost
   */
  public UsageTracker(Map<String, Price> prices) {
    this.prices = Map.copyOf(prices);
  }

  /** Counts a call that has ended. */
  public void record(CallUsage call) {
    Key key = new Key(call.promptId(), call.model(), call.outcome(), call.tags());
    Sums counted = sums.get(key);
    if (counted == null) {
      counted = sums.computeIfAbsent(key, k -> new Sums());
    }
    counted.add(call, cost(call));
  }

  /** What a call costs, in US dollars; zero if nobody knows. */
  public BigDecimal cost(CallUsage call) {
    if (call.billed() != null) {
      return call.billed();
    }
    Price price = call.usage() == null ? null : prices.get(call.model());
    return price == null || call.usage() == null ? BigDecimal.ZERO : price.of(call.usage());
  }

  /** What was counted so far. */
  public UsageReport snapshot() {
    List<UsageRow> rows = new ArrayList<>();
    sums.forEach((key, counted) -> rows.add(counted.row(key)));
    rows.sort(
        Comparator.comparing(UsageRow::promptId)
            .thenComparing(UsageRow::model)
            .thenComparing(UsageRow::outcome)
            .thenComparing(row -> row.tags().toString()));
    return new UsageReport(rows);
  }

  /** What was counted since this method was called last. */
  public synchronized UsageReport delta() {
    UsageReport now = snapshot();
    UsageReport added = now.since(last);
    last = now;
    return added;
  }

  /** Begins again from zero. */
  public synchronized void reset() {
    sums.clear();
    last = new UsageReport(List.of());
  }

  private record Key(String promptId, String model, Outcome outcome, Map<String, String> tags) {}

  private static final class Sums {
    private final LongAdder calls = new LongAdder();
    private final LongAdder attempts = new LongAdder();
    private final LongAdder reported = new LongAdder();
    private final LongAdder estimated = new LongAdder();
    private final LongAdder promptTokens = new LongAdder();
    private final LongAdder completionTokens = new LongAdder();
    private final LongAdder totalTokens = new LongAdder();
    private final LongAdder cachedTokens = new LongAdder();
    private final LongAdder reasoningTokens = new LongAdder();
    private final LongAdder cost = new LongAdder();

    void add(CallUsage call, BigDecimal dollars) {
      calls.increment();
      attempts.add(call.attempts());
      switch (call.source()) {
        case REPORTED -> reported.increment();
        case ESTIMATED -> estimated.increment();
        case ABSENT -> {}
      }
      @Nullable Usage usage = call.usage();
      if (usage != null) {
        promptTokens.add(usage.promptTokens());
        completionTokens.add(usage.completionTokens());
        totalTokens.add(usage.totalTokens());
        addUnlessZero(cachedTokens, usage.cachedTokens());
        addUnlessZero(reasoningTokens, usage.reasoningTokens());
      }
      if (dollars.signum() != 0) {
        cost.add(dollars.movePointRight(COST_SCALE).longValue());
      }
    }

    private static void addUnlessZero(LongAdder sum, long value) {
      if (value != 0) {
        sum.add(value);
      }
    }

    UsageRow row(Key key) {
      return new UsageRow(
          key.promptId(),
          key.model(),
          key.outcome(),
          key.tags(),
          calls.sum(),
          attempts.sum(),
          reported.sum(),
          estimated.sum(),
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
