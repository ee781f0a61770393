package dev.gatewayz.usage;

import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a model costs, in US dollars for a million tokens. Tokens that are read from a cache or
 * written into one are tokens of the request, each with a price of its own; tokens of reasoning are
 * tokens of the answer, and cost what these do. Immutable.
 */
public final class Price {
  private static final int MILLION = 6;

  private final BigDecimal prompt;
  private final BigDecimal cached;
  private final BigDecimal cacheWrite;
  private final BigDecimal completion;

  private Price(
      BigDecimal prompt, BigDecimal cached, BigDecimal cacheWrite, BigDecimal completion) {
    this.prompt = prompt;
    this.cached = cached;
    this.cacheWrite = cacheWrite;
    this.completion = completion;
  }

  /**
   * {@return a price in which tokens that are read from a cache, or written into one, cost what
   * others cost}
   *
   * @param prompt US dollars for a million tokens of requests, as in {@code 0.15}
   * @param completion US dollars for a million tokens of answers, as in {@code 0.60}
   * @throws IllegalArgumentException if one of them is no number, or below zero
   */
  public static Price of(String prompt, String completion) {
    BigDecimal each = dollars("prompt", prompt);
    return new Price(each, each, each, dollars("completion", completion));
  }

  /**
   * {@return a price as catalogues name it, for one token}
   *
   * @param prompt US dollars for a token of requests
   * @param completion US dollars for a token of answers
   * @throws IllegalArgumentException if one of them is below zero
   */
  public static Price ofTokens(BigDecimal prompt, BigDecimal completion) {
    return of(
        prompt.movePointRight(MILLION).toPlainString(),
        completion.movePointRight(MILLION).toPlainString());
  }

  /**
   * {@return the same, with another price for tokens of requests that are read from a cache}
   *
   * @param cached US dollars for a million tokens
   * @throws IllegalArgumentException if it is no number, or below zero
   */
  public Price withCached(String cached) {
    return new Price(prompt, dollars("cached", cached), cacheWrite, completion);
  }

  /**
   * {@return the same, with another price for tokens of requests that are written into a cache}
   *
   * @param cacheWrite US dollars for a million tokens
   * @throws IllegalArgumentException if it is no number, or below zero
   */
  public Price withCacheWrite(String cacheWrite) {
    return new Price(prompt, cached, dollars("cacheWrite", cacheWrite), completion);
  }

  private static BigDecimal dollars(String name, String text) {
    BigDecimal dollars;
    try {
      dollars = new BigDecimal(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "The price " + name + " is \"" + text + "\"; it must be dollars, as in 0.15.", e);
    }
    if (dollars.signum() < 0) {
      throw new IllegalArgumentException(
          "The price " + name + " is " + text + "; it must not be below zero.");
    }
    return dollars;
  }

  /**
   * {@return US dollars for a million tokens of requests that are neither read from a cache nor
   * written}
   */
  public BigDecimal prompt() {
    return prompt;
  }

  /** {@return US dollars for a million tokens of requests that are read from a cache} */
  public BigDecimal cached() {
    return cached;
  }

  /** {@return US dollars for a million tokens of requests that are written into a cache} */
  public BigDecimal cacheWrite() {
    return cacheWrite;
  }

  /** {@return US dollars for a million tokens of answers} */
  public BigDecimal completion() {
    return completion;
  }

  /**
   * {@return what these tokens cost, in US dollars}
   *
   * @param usage of one call or of several
   */
  public BigDecimal of(Usage usage) {
    long read = Math.min(usage.cachedTokens(), usage.promptTokens());
    long written = Math.min(usage.cacheWriteTokens(), usage.promptTokens() - read);
    return prompt
        .multiply(BigDecimal.valueOf(usage.promptTokens() - read - written))
        .add(cached.multiply(BigDecimal.valueOf(read)))
        .add(cacheWrite.multiply(BigDecimal.valueOf(written)))
        .add(completion.multiply(BigDecimal.valueOf(usage.completionTokens())))
        .movePointLeft(MILLION);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Price that
        && prompt.equals(that.prompt)
        && cached.equals(that.cached)
        && cacheWrite.equals(that.cacheWrite)
        && completion.equals(that.completion);
  }

  @Override
  public int hashCode() {
    return Objects.hash(prompt, cached, cacheWrite, completion);
  }

  @Override
  public String toString() {
    return "Price[prompt="
        + prompt
        + ", cached="
        + cached
        + ", cacheWrite="
        + cacheWrite
        + ", completion="
        + completion
        + "]";
  }
}
