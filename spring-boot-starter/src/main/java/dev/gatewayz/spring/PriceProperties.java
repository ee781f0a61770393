package dev.gatewayz.spring;

import dev.gatewayz.usage.Price;
import org.jspecify.annotations.Nullable;

/**
 * What a model costs, in US dollars for a million tokens.
 *
 * @param prompt For tokens of the prompt.
 * @param completion For tokens of the answer.
 * @param cached For tokens of the prompt that are read from a cache.
 * @param cacheWrite For tokens of the prompt that are written into a cache.
 */
public record PriceProperties(
    String prompt, String completion, @Nullable String cached, @Nullable String cacheWrite) {

  Price toPrice() {
    Price price = Price.of(prompt, completion);
    if (cached != null) {
      price = price.withCached(cached);
    }
    return cacheWrite == null ? price : price.withCacheWrite(cacheWrite);
  }
}
