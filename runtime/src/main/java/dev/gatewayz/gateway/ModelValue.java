package dev.gatewayz.gateway;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link Model} as it was read. */
record ModelValue(
    String name,
    @Nullable String ownedBy,
    long contextLength,
    @Nullable BigDecimal promptPrice,
    @Nullable BigDecimal completionPrice,
    List<String> supportedParameters,
    Map<String, String> extra)
    implements Model {

  /** Copies the collections. */
  ModelValue {
    supportedParameters = List.copyOf(supportedParameters);
    extra = extra.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  @Override
  public String toString() {
    return "Model["
        + "name="
        + name
        + ", ownedBy="
        + ownedBy
        + ", contextLength="
        + contextLength
        + ", promptPrice="
        + promptPrice
        + ", completionPrice="
        + completionPrice
        + ", supportedParameters="
        + supportedParameters
        + ", extra="
        + extra
        + "]";
  }
}
