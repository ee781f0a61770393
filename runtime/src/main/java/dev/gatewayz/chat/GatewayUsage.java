package dev.gatewayz.chat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What Gatewayz itself adds to an answer, as a rule to one that was not streamed. Wire name {@code
 * gateway_usage}. Immutable.
 */
public sealed interface GatewayUsage permits GatewayUsageValue {

  /** Who answered, as in {@code openrouter}. */
  @Nullable String provider();

  /** What the call was billed, in US dollars; from {@code cost_usd}. */
  @Nullable BigDecimal cost();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder().provider(provider()).cost(cost());
  }

  /** Collects a {@link GatewayUsage}. Each method returns this builder. */
  final class Builder {
    private @Nullable String provider;
    private @Nullable BigDecimal cost;

    private Builder() {}

    /** See {@link GatewayUsage#provider()}. Default: none. */
    public Builder provider(@Nullable String provider) {
      this.provider = provider;
      return this;
    }

    /** See {@link GatewayUsage#cost()}. Default: none. */
    public Builder cost(@Nullable BigDecimal cost) {
      this.cost = cost;
      return this;
    }

    /** What was collected. */
    public GatewayUsage build() {
      return new GatewayUsageValue(provider, cost);
    }
  }
}
