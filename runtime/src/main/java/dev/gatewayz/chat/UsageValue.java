package dev.gatewayz.chat;

import dev.gatewayz.internal.json.MemberMap;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Usage} as it was read. */
record UsageValue(
    long promptTokens,
    long completionTokens,
    long totalTokens,
    long cachedTokens,
    long cacheWriteTokens,
    long reasoningTokens,
    @Nullable BigDecimal cost,
    Map<String, String> extra)
    implements Usage {
  private static final long serialVersionUID = 1;

  /** Copies the map. */
  UsageValue {
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "Usage["
        + "promptTokens="
        + promptTokens
        + ", completionTokens="
        + completionTokens
        + ", totalTokens="
        + totalTokens
        + ", cachedTokens="
        + cachedTokens
        + ", cacheWriteTokens="
        + cacheWriteTokens
        + ", reasoningTokens="
        + reasoningTokens
        + ", cost="
        + cost
        + (extra.isEmpty() ? "" : ", extra=" + extra)
        + "]";
  }
}
