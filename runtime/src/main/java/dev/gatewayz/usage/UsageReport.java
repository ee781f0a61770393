package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What calls cost up to one moment.
 *
 * @param rows one for each prompt, model and outcome that occurred, sorted by these
 */
public record UsageReport(List<UsageRow> rows) {

  /** Copies the list. */
  public UsageReport {
    rows = List.copyOf(rows);
  }

  /** How many calls ended. */
  public long calls() {
    return rows.stream().mapToLong(UsageRow::calls).sum();
  }

  /** The tokens of all calls. */
  public long totalTokens() {
    return rows.stream().mapToLong(UsageRow::totalTokens).sum();
  }

  /** What the gateway reported to have billed, in US dollars. */
  public BigDecimal cost() {
    return rows.stream().map(UsageRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The report as a table for people, one line a row, with a line of sums. */
  public String toTable() {
    List<String[]> lines = new ArrayList<>();
    lines.add(
        new String[] {
          "prompt", "model", "outcome", "calls", "prompt tok", "compl tok", "total tok", "cost $"
        });
    for (UsageRow row : rows) {
      lines.add(
          new String[] {
            row.promptId().isEmpty() ? "-" : row.promptId(),
            row.model(),
            row.outcome().name().toLowerCase(Locale.ROOT),
            Long.toString(row.calls()),
            Long.toString(row.promptTokens()),
            Long.toString(row.completionTokens()),
            Long.toString(row.totalTokens()),
            row.cost().toPlainString()
          });
    }
    lines.add(
        new String[] {
          "total",
          "",
          "",
          Long.toString(calls()),
          Long.toString(rows.stream().mapToLong(UsageRow::promptTokens).sum()),
          Long.toString(rows.stream().mapToLong(UsageRow::completionTokens).sum()),
          Long.toString(totalTokens()),
          cost().toPlainString()
        });
    return render(lines);
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
        String padding = " ".repeat(widths[i] - line[i].length());
        // Words to the left, numbers to the right.
        table.append(i < 3 ? line[i] + padding : padding + line[i]);
        table.append(i < columns - 1 ? "  " : "\n");
      }
    }
    return table.toString();
  }
}
