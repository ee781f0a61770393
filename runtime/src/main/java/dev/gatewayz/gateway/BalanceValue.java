package dev.gatewayz.gateway;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A {@link Balance} as it was read. */
record BalanceValue(BigDecimal credits, @Nullable String status) implements Balance {

  @Override
  public String toString() {
    return "Balance[" + "credits=" + credits + ", status=" + status + "]";
  }
}
