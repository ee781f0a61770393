package dev.gatewayz.gateway;

import dev.gatewayz.internal.json.MemberMap;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@link Model} as it was read. */
record ModelValue(
    String name,
    @Nullable String displayName,
    @Nullable String provider,
    @Nullable String ownedBy,
    @Nullable String modality,
    @Nullable String healthStatus,
    long contextLength,
    @Nullable BigDecimal promptPrice,
    @Nullable BigDecimal completionPrice,
    @Nullable BigDecimal cacheReadPrice,
    @Nullable BigDecimal cacheWritePrice,
    Set<String> capabilities,
    List<String> supportedParameters,
    Map<String, String> extra)
    implements Model {

  /** Copies the collections. */
  ModelValue {
    capabilities = Collections.unmodifiableSet(new LinkedHashSet<>(capabilities));
    supportedParameters = List.copyOf(supportedParameters);
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "Model["
        + "name="
        + name
        + ", displayName="
        + displayName
        + ", provider="
        + provider
        + ", ownedBy="
        + ownedBy
        + ", modality="
        + modality
        + ", healthStatus="
        + healthStatus
        + ", contextLength="
        + contextLength
        + ", promptPrice="
        + promptPrice
        + ", completionPrice="
        + completionPrice
        + ", cacheReadPrice="
        + cacheReadPrice
        + ", cacheWritePrice="
        + cacheWritePrice
        + ", capabilities="
        + capabilities
        + ", supportedParameters="
        + supportedParameters
        + ", extra="
        + extra
        + "]";
  }
}
