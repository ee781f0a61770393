package dev.gatewayz.batch;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far a prompt over rows is. Immutable. */
public sealed interface MapProgress permits MapProgressValue {

  /** {@return rows that have a result} */
  long rows();

  /** {@return rows that have failed} */
  long errors();

  /** {@return how many rows there are, -1 if nobody knows} */
  long total();

  /** {@return how long it is since the first row was asked for} */
  Duration elapsed();

  /** {@return what it has cost so far, in US dollars; {@code null} if nobody knows} */
  @Nullable BigDecimal cost();

  /** {@return rows a second, on average} */
  double rate();

  /** {@return how long the rest will take at that rate, {@code null} if nobody knows} */
  @Nullable Duration left();

  /**
   * {@return one line for a terminal, as in {@code 1,200 of 5,000 rows, 40.0/s, 3 errors, $0.12,
   * 1:35 left}}
   */
  String toLine();
}
