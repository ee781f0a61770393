package dev.gatewayz.usage;

import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;

/**
 * What a model costs, in US dollars for a million tokens.
 *
 * @param prompt tokens of the request that are not read from a cache
 * @param cached tokens of the request that are read from a cache
 * @param completion tokens of the answer
 */
public record Price(BigDecimal prompt, BigDecimal cached, BigDecimal completion) {

  /** A price without discount for cached tokens, as in {@code Price.of("0.15", "0.60")}. */
  public static Price of(String prompt, String completion) {
    BigDecimal promptPrice = new BigDecimal(prompt);
    return new Price(promptPrice, promptPrice, new BigDecimal(completion));
  }

  /** What these tokens cost, in US dollars. */
  public BigDecimal of(Usage usage) {
    long cachedTokens = Math.min(usage.cachedTokens(), usage.promptTokens());
    return prompt
        .multiply(BigDecimal.valueOf(usage.promptTokens() - cachedTokens))
        .add(cached.multiply(BigDecimal.valueOf(cachedTokens)))
        .add(completion.multiply(BigDecimal.valueOf(usage.completionTokens())))
        .movePointLeft(6);
  }
}
