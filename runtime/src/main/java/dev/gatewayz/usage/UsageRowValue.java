package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A {@link UsageRow} as it was read. */
record UsageRowValue(
    String promptId,
    String model,
    Outcome outcome,
    Map<String, String> tags,
    long calls,
    long attempts,
    long reported,
    long estimated,
    long promptTokens,
    long completionTokens,
    long totalTokens,
    long cachedTokens,
    long cacheWriteTokens,
    long reasoningTokens,
    BigDecimal cost)
    implements UsageRow {

  /** Copies the collections. */
  UsageRowValue {
    tags = tags.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  @Override
  public String toString() {
    return "UsageRow["
        + "promptId="
        + promptId
        + ", model="
        + model
        + ", outcome="
        + outcome
        + ", tags="
        + tags
        + ", calls="
        + calls
        + ", attempts="
        + attempts
        + ", reported="
        + reported
        + ", estimated="
        + estimated
        + ", promptTokens="
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
