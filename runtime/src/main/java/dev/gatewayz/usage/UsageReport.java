package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.util.List;

/** What calls cost up to one moment, or between two. Immutable. */
public sealed interface UsageReport permits UsageReportValue {

  /** One for each prompt, model, outcome and set of tags that occurred, sorted by these. */
  List<UsageRow> rows();

  /** How many calls ended. */
  long calls();

  /** The tokens of all calls. */
  long totalTokens();

  /** What all calls cost, in US dollars. */
  BigDecimal cost();

  /** What has been added since an earlier report of the same tracker. */
  UsageReport since(UsageReport earlier);

  /** The report as JSON: a list of objects with the names of {@link UsageRow}. */
  String toJson();

  /**
   * The report as a table for people, one line a row, with a line of sums; a cost that nobody knows
   * is {@code -}.
   */
  String toTable();

  /** A report of these rows; for tests, and for those who add reports up. */
  static UsageReport of(List<UsageRow> rows) {
    return new UsageReportValue(rows);
  }
}
