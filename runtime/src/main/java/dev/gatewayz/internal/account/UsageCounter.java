package dev.gatewayz.internal.account;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageReport;
import dev.gatewayz.usage.UsageRow;
import dev.gatewayz.usage.UsageTracker;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts calls and tokens by prompt, model, outcome and tags, without locks and without garbage.
 */
public final class UsageCounter implements UsageTracker {
  /** Costs are summed as whole multiples of this many decimal places. */
  private static final int COST_SCALE = 12;

  /** By prompt; see {@link ByModel}. A key for all of it would be made anew for each call. */
  private final ConcurrentHashMap<String, ByModel> prompts = new ConcurrentHashMap<>();

  private UsageReport last = UsageReport.of(List.of());

  /** Counts a call that has ended. */
  public void record(CallUsage call) {
    ByModel models = in(prompts, call.promptId(), ByModel::new);
    ByTags tags = in(models.models, call.model(), ByTags::new);
    in(tags.tags, call.tags(), ByOutcome::new).of(call.outcome()).add(call);
  }

  /** What a map has under a key, after all. Nothing is allocated where it is there already. */
  private static <K, V> V in(ConcurrentHashMap<K, V> map, K key, Supplier<V> otherwise) {
    V value = map.get(key);
    return value != null ? value : map.computeIfAbsent(key, absent -> otherwise.get());
  }

  @Override
  public UsageReport snapshot() {
    List<UsageRow> rows = new ArrayList<>();
    prompts.forEach(
        (prompt, models) ->
            models.models.forEach(
                (model, tags) ->
                    tags.tags.forEach(
                        (set, outcomes) -> outcomes.addRows(prompt, model, set, rows))));
    rows.sort(
        Comparator.comparing(UsageRow::promptId)
            .thenComparing(UsageRow::model)
            .thenComparing(UsageRow::outcome)
            .thenComparing(row -> row.tags().toString()));
    return UsageReport.of(rows);
  }

  @Override
  public synchronized UsageReport delta() {
    UsageReport now = snapshot();
    UsageReport added = now.since(last);
    last = now;
    return added;
  }

  @Override
  public synchronized void reset() {
    prompts.clear();
    last = UsageReport.of(List.of());
  }

  private static final class ByModel {
    final ConcurrentHashMap<String, ByTags> models = new ConcurrentHashMap<>();
  }

  private static final class ByTags {
    final ConcurrentHashMap<Map<String, String>, ByOutcome> tags = new ConcurrentHashMap<>();
  }

  private static final class ByOutcome {
    private final Map<Outcome, Sums> outcomes = new EnumMap<>(Outcome.class);

    ByOutcome() {
      for (Outcome outcome : Outcome.values()) {
        outcomes.put(outcome, new Sums());
      }
    }

    Sums of(Outcome outcome) {
      return Objects.requireNonNull(outcomes.get(outcome));
    }

    void addRows(String prompt, String model, Map<String, String> tags, List<UsageRow> rows) {
      for (Outcome outcome : Outcome.values()) {
        UsageRow row = of(outcome).row(prompt, model, outcome, tags);
        if (row.calls() > 0) {
          rows.add(row);
        }
      }
    }
  }

  private static final class Sums {
    private final LongAdder calls = new LongAdder();
    private final LongAdder attempts = new LongAdder();
    private final LongAdder reported = new LongAdder();
    private final LongAdder estimated = new LongAdder();
    private final LongAdder promptTokens = new LongAdder();
    private final LongAdder completionTokens = new LongAdder();
    private final LongAdder totalTokens = new LongAdder();
    private final LongAdder cachedTokens = new LongAdder();
    private final LongAdder cacheWriteTokens = new LongAdder();
    private final LongAdder reasoningTokens = new LongAdder();
    private final LongAdder cost = new LongAdder();

    void add(CallUsage call) {
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
        addUnlessZero(cacheWriteTokens, usage.cacheWriteTokens());
        addUnlessZero(reasoningTokens, usage.reasoningTokens());
      }
      BigDecimal dollars = call.cost();
      if (dollars != null && dollars.signum() != 0) {
        cost.add(dollars.movePointRight(COST_SCALE).longValue());
      }
      // The last, and read first: a row has all that its calls have used.
      calls.increment();
    }

    private static void addUnlessZero(LongAdder sum, long value) {
      if (value != 0) {
        sum.add(value);
      }
    }

    UsageRow row(String promptId, String model, Outcome outcome, Map<String, String> tags) {
      return UsageRow.builder()
          .promptId(promptId)
          .model(model)
          .outcome(outcome)
          .tags(tags)
          .calls(calls.sum())
          .attempts(attempts.sum())
          .reported(reported.sum())
          .estimated(estimated.sum())
          .promptTokens(promptTokens.sum())
          .completionTokens(completionTokens.sum())
          .totalTokens(totalTokens.sum())
          .cachedTokens(cachedTokens.sum())
          .cacheWriteTokens(cacheWriteTokens.sum())
          .reasoningTokens(reasoningTokens.sum())
          .cost(plain(BigDecimal.valueOf(cost.sum(), COST_SCALE)))
          .build();
    }

    private static BigDecimal plain(BigDecimal cost) {
      return cost.signum() == 0 ? BigDecimal.ZERO : cost.stripTrailingZeros();
    }
  }
}
