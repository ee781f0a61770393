package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.util.List;

/** What calls cost up to one moment, or between two. Immutable. */
public sealed interface UsageReport permits UsageReportValue {

  /**
   * {@return one for each prompt, model, outcome and set of tags that occurred, sorted by these}
   */
  List<UsageRow> rows();

  /** {@return how many calls ended} */
  long calls();

  /** {@return the tokens of all calls} */
  long totalTokens();

  /** {@return what all calls cost, in US dollars} */
  BigDecimal cost();

  /**
   * {@return what has been added since an earlier report of the same tracker}
   *
   * @param earlier of the same tracker
   */
  UsageReport since(UsageReport earlier);

  /** {@return the report as JSON: a list of objects with the names of {@link UsageRow}} */
  String toJson();

  /**
   * {@return the report as a table for people, one line a row, with a line of sums; a cost that
   * nobody knows is {@code -}}
   */
  String toTable();

  /**
   * {@return a report of these rows; for tests, and for those who add reports up}
   *
   * @param rows in any order
   */
  static UsageReport of(List<UsageRow> rows) {
    return new UsageReportValue(rows);
  }
}
