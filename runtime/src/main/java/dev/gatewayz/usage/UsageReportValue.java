package dev.gatewayz.usage;

import dev.gatewayz.internal.json.JsonBytes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** A {@link UsageReport} as it was counted. */
record UsageReportValue(List<UsageRow> rows) implements UsageReport {
  private static final int TEXT_COLUMNS = 4;

  /** Copies the list. */
  UsageReportValue {
    rows = List.copyOf(rows);
  }

  @Override
  public long calls() {
    return sum(UsageRow::calls);
  }

  @Override
  public long totalTokens() {
    return sum(UsageRow::totalTokens);
  }

  @Override
  public BigDecimal cost() {
    return rows.stream().map(UsageRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Override
  public UsageReport since(UsageReport earlier) {
    List<UsageRow> added = new ArrayList<>();
    for (UsageRow row : rows) {
      UsageRow before =
          earlier.rows().stream()
              .filter(other -> isAboutTheSame(row, other))
              .findFirst()
              .orElse(null);
      UsageRow difference = before == null ? row : difference(row, before);
      if (hasCounted(difference)) {
        added.add(difference);
      }
    }
    return new UsageReportValue(added);
  }

  /** A call that is being entered at that moment may have some of its figures in a row already. */
  private static boolean hasCounted(UsageRow row) {
    return row.calls() > 0
        || row.attempts() > 0
        || row.reported() > 0
        || row.estimated() > 0
        || row.promptTokens() > 0
        || row.completionTokens() > 0
        || row.totalTokens() > 0
        || row.cachedTokens() > 0
        || row.cacheWriteTokens() > 0
        || row.reasoningTokens() > 0
        || row.cost().signum() > 0;
  }

  private static boolean isAboutTheSame(UsageRow one, UsageRow other) {
    return one.promptId().equals(other.promptId())
        && one.model().equals(other.model())
        && one.outcome() == other.outcome()
        && one.tags().equals(other.tags());
  }

  private static UsageRow difference(UsageRow now, UsageRow before) {
    return now.toBuilder()
        .calls(now.calls() - before.calls())
        .attempts(now.attempts() - before.attempts())
        .reported(now.reported() - before.reported())
        .estimated(now.estimated() - before.estimated())
        .promptTokens(now.promptTokens() - before.promptTokens())
        .completionTokens(now.completionTokens() - before.completionTokens())
        .totalTokens(now.totalTokens() - before.totalTokens())
        .cachedTokens(now.cachedTokens() - before.cachedTokens())
        .cacheWriteTokens(now.cacheWriteTokens() - before.cacheWriteTokens())
        .reasoningTokens(now.reasoningTokens() - before.reasoningTokens())
        .cost(now.cost().subtract(before.cost()))
        .build();
  }

  @Override
  public String toJson() {
    JsonBytes json = new JsonBytes(256).raw('[');
    for (int i = 0; i < rows.size(); i++) {
      UsageRow row = rows.get(i);
      json.raw(i == 0 ? "{" : ",{");
      json.name("promptId").string(row.promptId());
      json.name("model").string(row.model());
      json.name("outcome").string(row.outcome().name());
      json.name("tags").raw('{');
      row.tags().forEach((name, value) -> json.name(name).string(value));
      json.raw('}');
      json.name("calls").raw(Long.toString(row.calls()));
      json.name("attempts").raw(Long.toString(row.attempts()));
      json.name("reported").raw(Long.toString(row.reported()));
      json.name("estimated").raw(Long.toString(row.estimated()));
      json.name("promptTokens").raw(Long.toString(row.promptTokens()));
      json.name("completionTokens").raw(Long.toString(row.completionTokens()));
      json.name("totalTokens").raw(Long.toString(row.totalTokens()));
      json.name("cachedTokens").raw(Long.toString(row.cachedTokens()));
      json.name("cacheWriteTokens").raw(Long.toString(row.cacheWriteTokens()));
      json.name("reasoningTokens").raw(Long.toString(row.reasoningTokens()));
      json.name("cost").raw(row.cost().toPlainString()).raw('}');
    }
    return json.raw(']').toString();
  }

  @Override
  public String toTable() {
    List<String[]> lines = new ArrayList<>();
    lines.add(
        new String[] {
          "prompt", "model", "outcome", "tags", "calls", "prompt", "completion", "tokens", "cost $"
        });
    for (UsageRow row : rows) {
      lines.add(
          new String[] {
            row.promptId().isEmpty() ? "-" : row.promptId(),
            row.model(),
            row.outcome().name().toLowerCase(Locale.ROOT),
            row.tags().isEmpty() ? "" : row.tags().toString(),
            Long.toString(row.calls()),
            Long.toString(row.promptTokens()),
            Long.toString(row.completionTokens()),
            Long.toString(row.totalTokens()),
            dollars(row.cost())
          });
    }
    lines.add(
        new String[] {
          "total",
          "",
          "",
          "",
          Long.toString(calls()),
          Long.toString(sum(UsageRow::promptTokens)),
          Long.toString(sum(UsageRow::completionTokens)),
          Long.toString(totalTokens()),
          dollars(cost())
        });
    return render(lines);
  }

  /** What nobody knows is not shown as nothing. */
  private static String dollars(BigDecimal cost) {
    return cost.signum() == 0 ? "-" : cost.toPlainString();
  }

  private long sum(ToLongFunction<UsageRow> figure) {
    return rows.stream().mapToLong(figure).sum();
  }

  private static String render(List<String[]> lines) {
    int columns = lines.get(0).length;
    int[] widths = new int[columns];
    for (String[] line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line[i].length());
      }
    }
    StringBuilder table = new StringBuilder();
    for (String[] line : lines) {
      for (int i = 0; i < columns; i++) {
        if (widths[i] > 0) {
          String padding = " ".repeat(widths[i] - line[i].length());
          table.append(i == 0 ? "" : "  ");
          table.append(i < TEXT_COLUMNS ? line[i] + padding : padding + line[i]);
        }
      }
      table.append('\n');
    }
    return table.toString();
  }
}
