package dev.gatewayz.gateway;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is left on the account of a key. Mirrors {@code GET /user/balance}. Immutable. */
public sealed interface Balance permits BalanceValue {

  /** In US dollars. */
  BigDecimal credits();

  /** As in {@code active} or {@code trial}, {@code null} if the gateway does not say. */
  @Nullable String status();

  /** How many tokens are left of a trial, {@code null} if it is none. */
  @Nullable Long trialTokens();

  /** How many requests are left of a trial, {@code null} if it is none. */
  @Nullable Long trialRequests();

  /** When a trial ends, as the gateway writes it; {@code null} if it is none. */
  @Nullable String trialEnd();

  /** The members that this library does not know, each value as JSON text. */
  Map<String, String> extra();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
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

    /** See {@link Balance#trialTokens()}. Default: none. */
    public Builder trialTokens(@Nullable Long trialTokens) {
      this.trialTokens = trialTokens;
      return this;
    }

    /** See {@link Balance#trialRequests()}. Default: none. */
    public Builder trialRequests(@Nullable Long trialRequests) {
      this.trialRequests = trialRequests;
      return this;
    }

    /** See {@link Balance#trialEnd()}. Default: none. */
    public Builder trialEnd(@Nullable String trialEnd) {
      this.trialEnd = trialEnd;
      return this;
    }

    /** See {@link Balance#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** What was collected. */
    public Balance build() {
      return new BalanceValue(credits, status, trialTokens, trialRequests, trialEnd, extra);
    }
  }
}
