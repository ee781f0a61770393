package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/** How far a budget is used in its present window. Immutable. */
public sealed interface BudgetState permits BudgetStateValue {

  /** Of the budget. */
  String name();

  /** What is counted. */
  Budget.Unit unit();

  /** How much a window allows. */
  BigDecimal limit();

  /** What calls of this window have used, and those under way have reserved. */
  BigDecimal used();

  /** When the next window begins. */
  Instant windowEnd();

  /** How much is left, zero if it is used up. */
  default BigDecimal remaining() {
    return limit().subtract(used()).max(BigDecimal.ZERO);
  }

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder()
        .name(name())
        .unit(unit())
        .limit(limit())
        .used(used())
        .windowEnd(windowEnd());
  }

  /** Collects a {@link BudgetState}. Each method returns this builder. */
  final class Builder {
    private String name = "";
    private Budget.Unit unit = Budget.Unit.CALLS;
    private BigDecimal limit = BigDecimal.ZERO;
    private BigDecimal used = BigDecimal.ZERO;
    private Instant windowEnd = Instant.EPOCH;

    private Builder() {}

    /** See {@link BudgetState#name()}. Default: empty. */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /** See {@link BudgetState#unit()}. Default: Budget.Unit.CALLS. */
    public Builder unit(Budget.Unit unit) {
      this.unit = Objects.requireNonNull(unit, "unit");
      return this;
    }

    /** See {@link BudgetState#limit()}. Default: 0. */
    public Builder limit(BigDecimal limit) {
      this.limit = Objects.requireNonNull(limit, "limit");
      return this;
    }

    /** See {@link BudgetState#used()}. Default: 0. */
    public Builder used(BigDecimal used) {
      this.used = Objects.requireNonNull(used, "used");
      return this;
    }

    /** See {@link BudgetState#windowEnd()}. Default: Instant.EPOCH. */
    public Builder windowEnd(Instant windowEnd) {
      this.windowEnd = Objects.requireNonNull(windowEnd, "windowEnd");
      return this;
    }

    /** What was collected. */
    public BudgetState build() {
      return new BudgetStateValue(name, unit, limit, used, windowEnd);
    }
  }
}
