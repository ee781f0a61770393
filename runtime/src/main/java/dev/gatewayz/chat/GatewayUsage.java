package dev.gatewayz.chat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What Gatewayz itself adds to an answer, as a rule to one that was not streamed. Wire name {@code
 * gateway_usage}. Immutable.
 */
public sealed interface GatewayUsage permits GatewayUsageValue {

  /** {@return who answered, as in {@code openrouter}; {@code null} if the gateway does not say} */
  @Nullable String provider();

  /**
   * {@return what the call was billed, in US dollars, from {@code cost_usd}; {@code null} if the
   * gateway does not say}
   */
  @Nullable BigDecimal cost();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder without provider and cost
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder().provider(provider()).cost(cost());
  }

  /** Collects a {@link GatewayUsage}. Each method returns this builder. */
  final class Builder {
    private @Nullable String provider;
    private @Nullable BigDecimal cost;

    private Builder() {}

    /**
     * Sets {@link GatewayUsage#provider()}. Default: none.
     *
     * @param provider who answered, as in {@code openrouter}; {@code null} if the gateway does not
     *     say
     * @return this builder
     */
    public Builder provider(@Nullable String provider) {
      this.provider = provider;
      return this;
    }

    /**
     * Sets {@link GatewayUsage#cost()}. Default: none.
     *
     * @param cost what the call was billed, in US dollars; {@code null} if the gateway does not say
     * @return this builder
     */
    public Builder cost(@Nullable BigDecimal cost) {
      this.cost = cost;
      return this;
    }

    /** {@return what was collected} */
    public GatewayUsage build() {
      return new GatewayUsageValue(provider, cost);
    }
  }
}
