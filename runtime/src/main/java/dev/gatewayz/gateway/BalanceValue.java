package dev.gatewayz.gateway;

import dev.gatewayz.internal.json.MemberMap;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Balance} as it was read. */
record BalanceValue(
    BigDecimal credits,
    @Nullable String status,
    @Nullable Long trialTokens,
    @Nullable Long trialRequests,
    @Nullable String trialEnd,
    Map<String, String> extra)
    implements Balance {

  /** Copies the collections. */
  BalanceValue {
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "Balance["
        + "credits="
        + credits
        + ", status="
        + status
        + ", trialTokens="
        + trialTokens
        + ", trialRequests="
        + trialRequests
        + ", trialEnd="
        + trialEnd
        + ", extra="
        + extra
        + "]";
  }
}
