package dev.gatewayz.batch;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far a prompt over rows is. Immutable. */
public sealed interface MapProgress permits MapProgressValue {

  /** Rows that have a result. */
  long rows();

  /** Rows that have failed. */
  long errors();

  /** How many rows there are, -1 if nobody knows. */
  long total();

  /** Since the first row was asked for. */
  Duration elapsed();

  /** What it has cost so far, in US dollars; {@code null} if nobody knows. */
  @Nullable BigDecimal cost();

  /** Rows a second, on average. */
  double rate();

  /** How long the rest will take at that rate, {@code null} if nobody knows. */
  @Nullable Duration left();

  /**
   * One line for a terminal, as in {@code 1,200 of 5,000 rows, 40.0/s, 3 errors, $0.12, 1:35 left}.
   */
  String toLine();
}
