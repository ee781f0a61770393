package dev.gatewayz.internal.account;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.usage.Price;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What models cost, by name with prefix: as somebody has set it, else as the gateway's catalogue
 * says. Thread-safe.
 */
public final class Prices {
  private final Map<String, Price> set;
  private final @Nullable CataloguePrices catalogue;

  /**
   * A table.
   *
   * @param set prices that count more than those of the catalogue
   * @param catalogue {@code null} if it is not asked
   */
  public Prices(Map<String, Price> set, @Nullable CataloguePrices catalogue) {
    this.set = Map.copyOf(set);
    this.catalogue = catalogue;
  }

  /** Has the catalogue read if that is due, without waiting for it. */
  void refresh() {
    if (catalogue != null) {
      catalogue.refresh();
    }
  }

  /** What these tokens of a model cost, {@code null} if nobody knows. */
  @Nullable BigDecimal of(String model, @Nullable Usage usage) {
    if (usage == null) {
      return null;
    }
    Price price = set.get(model);
    if (price == null && catalogue != null) {
      price = catalogue.of(model);
    }
    return price == null ? null : price.of(usage);
  }
}
