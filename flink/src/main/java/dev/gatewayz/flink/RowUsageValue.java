package dev.gatewayz.flink;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link RowUsage} as it was counted. */
record RowUsageValue(
    int calls,
    int attempts,
    long promptTokens,
    long completionTokens,
    @Nullable BigDecimal cost,
    List<String> models,
    Map<String, String> promptHashes)
    implements RowUsage {

  /** Of a row that nobody was asked about. */
  static final RowUsageValue NONE =
      new RowUsageValue(0, 0, 0, 0, BigDecimal.ZERO, List.of(), Map.of());

  RowUsageValue {
    models = List.copyOf(models);
    promptHashes = Map.copyOf(new LinkedHashMap<>(promptHashes));
  }
}
