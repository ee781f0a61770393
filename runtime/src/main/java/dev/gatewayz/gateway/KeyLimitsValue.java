package dev.gatewayz.gateway;

import dev.gatewayz.internal.json.MemberMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link KeyLimits} as it was read. */
record KeyLimitsValue(
    @Nullable Long requestsPerMinute,
    @Nullable Long requestsPerHour,
    @Nullable Long requestsPerDay,
    @Nullable Long tokensPerMinute,
    @Nullable Long tokensPerHour,
    @Nullable Long tokensPerDay,
    boolean allowed,
    @Nullable String reason,
    Map<String, String> extra)
    implements KeyLimits {

  /** Copies the collections. */
  KeyLimitsValue {
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "KeyLimits["
        + "requestsPerMinute="
        + requestsPerMinute
        + ", requestsPerHour="
        + requestsPerHour
        + ", requestsPerDay="
        + requestsPerDay
        + ", tokensPerMinute="
        + tokensPerMinute
        + ", tokensPerHour="
        + tokensPerHour
        + ", tokensPerDay="
        + tokensPerDay
        + ", allowed="
        + allowed
        + ", reason="
        + reason
        + ", extra="
        + extra
        + "]";
  }
}
