package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;

/** How far a budget is used in its present window. Immutable. */
public sealed interface BudgetState permits BudgetStateValue {

  /** {@return how errors name the budget} */
  String name();

  /** {@return what is counted} */
  Budget.Unit unit();

  /** {@return how much a window allows} */
  BigDecimal limit();

  /** {@return what calls of this window have used, and those under way have reserved} */
  BigDecimal used();

  /** {@return when the next window begins} */
  Instant windowEnd();

  /** {@return how much is left, zero if it is used up} */
  default BigDecimal remaining() {
    return limit().subtract(used()).max(BigDecimal.ZERO);
  }

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of a budget that allows nothing
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
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

    /**
     * Sets {@link BudgetState#name()}. Default: empty.
     *
     * @param name how errors name the budget
     * @return this builder
     */
    public Builder name(String name) {
      this.name = Objects.requireNonNull(name, "name");
      return this;
    }

    /**
     * Sets {@link BudgetState#unit()}. Default: Budget.Unit.CALLS.
     *
     * @param unit what is counted
     * @return this builder
     */
    public Builder unit(Budget.Unit unit) {
      this.unit = Objects.requireNonNull(unit, "unit");
      return this;
    }

    /**
     * Sets {@link BudgetState#limit()}. Default: 0.
     *
     * @param limit how much a window allows
     * @return this builder
     */
    public Builder limit(BigDecimal limit) {
      this.limit = Objects.requireNonNull(limit, "limit");
      return this;
    }

    /**
     * Sets {@link BudgetState#used()}. Default: 0.
     *
     * @param used what calls of this window have used, and those under way have reserved
     * @return this builder
     */
    public Builder used(BigDecimal used) {
      this.used = Objects.requireNonNull(used, "used");
      return this;
    }

    /**
     * Sets {@link BudgetState#windowEnd()}. Default: Instant.EPOCH.
     *
     * @param windowEnd when the next window begins
     * @return this builder
     */
    public Builder windowEnd(Instant windowEnd) {
      this.windowEnd = Objects.requireNonNull(windowEnd, "windowEnd");
      return this;
    }

    /** {@return what was collected} */
    public BudgetState build() {
      return new BudgetStateValue(name, unit, limit, used, windowEnd);
    }
  }
}
