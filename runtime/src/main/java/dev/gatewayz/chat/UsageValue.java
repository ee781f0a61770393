package dev.gatewayz.chat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A {@link Usage} as it was read. */
record UsageValue(
    long promptTokens,
    long completionTokens,
    long totalTokens,
    long cachedTokens,
    long cacheWriteTokens,
    long reasoningTokens,
    @Nullable BigDecimal cost)
    implements Usage {
  private static final long serialVersionUID = 1;

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
        + "]";
  }
}
