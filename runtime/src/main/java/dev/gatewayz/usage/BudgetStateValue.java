package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.time.Instant;

/** A {@link BudgetState} as it was read. */
record BudgetStateValue(
    String name, Budget.Unit unit, BigDecimal limit, BigDecimal used, Instant windowEnd)
    implements BudgetState {

  @Override
  public String toString() {
    return "BudgetState["
        + "name="
        + name
        + ", unit="
        + unit
        + ", limit="
        + limit
        + ", used="
        + used
        + ", windowEnd="
        + windowEnd
        + "]";
  }
}
