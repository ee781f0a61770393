package dev.gatewayz.gateway;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is left on the account of a key. Mirrors {@code GET /user/balance}. Immutable. */
public sealed interface Balance permits BalanceValue {

  /** {@return what is left, in US dollars} */
  BigDecimal credits();

  /**
   * {@return how the account is, as in {@code active} or {@code trial}; {@code null} if the gateway
   * does not say}
   */
  @Nullable String status();

  /** {@return how many tokens are left of a trial, {@code null} if it is none} */
  @Nullable Long trialTokens();

  /** {@return how many requests are left of a trial, {@code null} if it is none} */
  @Nullable Long trialRequests();

  /** {@return when a trial ends, as the gateway writes it; {@code null} if it is none} */
  @Nullable String trialEnd();

  /** {@return the members that this library does not know, each value as JSON text} */
  Map<String, String> extra();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of an empty account
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder()
        .credits(credits())
        .status(status())
        .trialTokens(trialTokens())
        .trialRequests(trialRequests())
        .trialEnd(trialEnd())
        .extra(extra());
  }

  /** Collects a {@link Balance}. Each method returns this builder. */
  final class Builder {
    private BigDecimal credits = BigDecimal.ZERO;
    private @Nullable String status;
    private @Nullable Long trialTokens;
    private @Nullable Long trialRequests;
    private @Nullable String trialEnd;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /**
     * Sets {@link Balance#credits()}. Default: 0.
     *
     * @param credits what is left, in US dollars
     * @return this builder
     */
    public Builder credits(BigDecimal credits) {
      this.credits = Objects.requireNonNull(credits, "credits");
      return this;
    }

    /**
     * Sets {@link Balance#status()}. Default: none.
     *
     * @param status how the account is, as in {@code active} or {@code trial}; {@code null} if the
     *     gateway does not say
     * @return this builder
     */
    public Builder status(@Nullable String status) {
      this.status = status;
      return this;
    }

    /**
     * Sets {@link Balance#trialTokens()}. Default: none.
     *
     * @param trialTokens how many tokens are left of a trial, {@code null} if it is none
     * @return this builder
     */
    public Builder trialTokens(@Nullable Long trialTokens) {
      this.trialTokens = trialTokens;
      return this;
    }

    /**
     * Sets {@link Balance#trialRequests()}. Default: none.
     *
     * @param trialRequests how many requests are left of a trial, {@code null} if it is none
     * @return this builder
     */
    public Builder trialRequests(@Nullable Long trialRequests) {
      this.trialRequests = trialRequests;
      return this;
    }

    /**
     * Sets {@link Balance#trialEnd()}. Default: none.
     *
     * @param trialEnd when a trial ends, as the gateway writes it; {@code null} if it is none
     * @return this builder
     */
    public Builder trialEnd(@Nullable String trialEnd) {
      this.trialEnd = trialEnd;
      return this;
    }

    /**
     * Sets {@link Balance#extra()}. Default: empty.
     *
     * @param extra the members that this library does not know, each value as JSON text
     * @return this builder
     */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** {@return what was collected} */
    public Balance build() {
      return new BalanceValue(credits, status, trialTokens, trialRequests, trialEnd, extra);
    }
  }
}
