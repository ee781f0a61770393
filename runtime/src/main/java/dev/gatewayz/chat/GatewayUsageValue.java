package dev.gatewayz.chat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A {@link GatewayUsage} as it was read. */
record GatewayUsageValue(@Nullable String provider, @Nullable BigDecimal cost)
    implements GatewayUsage {

  @Override
  public String toString() {
    return "GatewayUsage[" + "provider=" + provider + ", cost=" + cost + "]";
  }
}
