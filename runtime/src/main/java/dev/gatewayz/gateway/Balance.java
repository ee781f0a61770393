package dev.gatewayz.gateway;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is left on the account of a key. Mirrors {@code GET /user/balance}. Immutable. */
public sealed interface Balance permits BalanceValue {

  /** In US dollars. */
  BigDecimal credits();

  /** As in {@code active} or {@code trial}, {@code null} if the gateway does not say. */
  @Nullable String status();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder().credits(credits()).status(status());
  }

  /** Collects a {@link Balance}. Each method returns this builder. */
  final class Builder {
    private BigDecimal credits = BigDecimal.ZERO;
    private @Nullable String status;

    private Builder() {}

    /** See {@link Balance#credits()}. Default: 0. */
    public Builder credits(BigDecimal credits) {
      this.credits = Objects.requireNonNull(credits, "credits");
      return this;
    }

    /** See {@link Balance#status()}. Default: none. */
    public Builder status(@Nullable String status) {
      this.status = status;
      return this;
    }

    /** What was collected. */
    public Balance build() {
      return new BalanceValue(credits, status);
    }
  }
}
