package dev.gatewayz.internal.account;

import dev.gatewayz.gateway.Model;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.usage.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The prices in the gateway's catalogue. It is read when the first call begins, and again when it
 * is old and a call begins; calls do not wait for it, and go on with what was known if it cannot be
 * read. Thread-safe.
 */
public final class CataloguePrices {
  private static final long LASTS = Duration.ofHours(1).toNanos();
  private static final long PAUSE_AFTER_FAILURE = Duration.ofMinutes(1).toNanos();

  private final BigDecimal markup;
  private volatile @Nullable Supplier<CompletableFuture<List<Model>>> source;
  private volatile Map<String, Price> prices = Map.of();

  /** When it is read next, on the clock of {@link System#nanoTime}. */
  private final AtomicLong due = new AtomicLong(System.nanoTime());

  /**
   * Prices of a catalogue that is not known yet.
   *
   * @param markup what the gateway bills for a dollar of the catalogue
   */
  public CataloguePrices(BigDecimal markup) {
    this.markup = markup;
  }

  /** Where it is read. */
  public void readFrom(Supplier<CompletableFuture<List<Model>>> source) {
    this.source = source;
  }

  /** What a model costs, {@code null} if that is not known, or not yet. */
  @Nullable Price of(String model) {
    return prices.get(model);
  }

  /** Reads it if that is due. */
  void refresh() {
    long now = System.nanoTime();
    long before = due.get();
    Supplier<CompletableFuture<List<Model>>> from = source;
    // The reading is a call of its own, and must not begin another one.
    if (from == null || now - before < 0 || !due.compareAndSet(before, now + LASTS)) {
      return;
    }
    try {
      from.get().whenComplete(this::take);
    } catch (Throwable t) {
      take(null, t);
    }
  }

  private void take(@Nullable List<Model> models, @Nullable Throwable failure) {
    if (models == null) {
      due.set(System.nanoTime() + PAUSE_AFTER_FAILURE);
      Log.warning("The catalogue could not be read; prices stay as they were.", failure);
      return;
    }
    Map<String, Price> read = new HashMap<>();
    for (Model model : models) {
      Price price = price(model);
      if (price != null) {
        // One model may come from several providers; who will answer is not known beforehand.
        read.merge(model.name(), price, CataloguePrices::dearer);
      }
    }
    prices = Map.copyOf(read);
  }

  private @Nullable Price price(Model model) {
    BigDecimal prompt = model.promptPrice();
    BigDecimal completion = model.completionPrice();
    if (isUnknown(prompt) || isUnknown(completion)) {
      return null;
    }
    Price price = Price.ofTokens(billed(prompt), billed(completion));
    if (!isUnknown(model.cacheReadPrice())) {
      price = price.withCached(ofMillion(model.cacheReadPrice()));
    }
    return isUnknown(model.cacheWritePrice())
        ? price
        : price.withCacheWrite(ofMillion(model.cacheWritePrice()));
  }

  private static boolean isUnknown(@Nullable BigDecimal price) {
    return price == null || price.signum() < 0;
  }

  private BigDecimal billed(@Nullable BigDecimal price) {
    return Objects.requireNonNull(price).multiply(markup);
  }

  private String ofMillion(@Nullable BigDecimal price) {
    return billed(price).movePointRight(6).toPlainString();
  }

  private static Price dearer(Price one, Price other) {
    BigDecimal difference =
        one.prompt().add(one.completion()).subtract(other.prompt().add(other.completion()));
    return difference.signum() < 0 ? other : one;
  }
}
