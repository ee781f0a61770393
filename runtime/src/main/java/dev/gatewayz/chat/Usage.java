package dev.gatewayz.chat;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one call, as the gateway counted them. Wire name {@code usage}. Immutable. A detail
 * that was not reported is 0.
 */
public sealed interface Usage extends Serializable permits UsageValue {

  /** {@return tokens of the request} */
  long promptTokens();

  /** {@return tokens of the answer, reasoning included} */
  long completionTokens();

  /** {@return tokens of request and answer together, as the gateway added them} */
  long totalTokens();

  /**
   * {@return the part of {@code promptTokens} read from the provider's cache; from {@code
   * prompt_tokens_details.cached_tokens} or {@code cache_read_input_tokens}}
   */
  long cachedTokens();

  /** {@return tokens written to the provider's cache; from {@code cache_creation_input_tokens}} */
  long cacheWriteTokens();

  /**
   * {@return the part of {@code completionTokens} spent on reasoning; from {@code
   * completion_tokens_details.reasoning_tokens}}
   */
  long reasoningTokens();

  /**
   * {@return what the call was billed in US dollars, as servers such as OpenRouter report it in
   * {@code cost}, and others in {@code cost_usd} or {@code estimated_cost}; {@code null} if they do
   * not}
   */
  @Nullable BigDecimal cost();

  /**
   * {@return the members that this library does not know, each value as JSON text; empty as a rule,
   * and where several answers are added up}
   */
  Map<String, String> extra();

  /**
   * {@return usage without details, whose total is the sum}
   *
   * @param promptTokens tokens of the request, 0 or more
   * @param completionTokens tokens of the answer, 0 or more
   */
  static Usage of(long promptTokens, long completionTokens) {
    return builder()
        .promptTokens(promptTokens)
        .completionTokens(completionTokens)
        .totalTokens(promptTokens + completionTokens)
        .build();
  }

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of no tokens
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder()
        .promptTokens(promptTokens())
        .completionTokens(completionTokens())
        .totalTokens(totalTokens())
        .cachedTokens(cachedTokens())
        .cacheWriteTokens(cacheWriteTokens())
        .reasoningTokens(reasoningTokens())
        .cost(cost())
        .extra(extra());
  }

  /** Collects an {@link Usage}. Each method returns this builder. */
  final class Builder {
    private long promptTokens;
    private long completionTokens;
    private long totalTokens;
    private long cachedTokens;
    private long cacheWriteTokens;
    private long reasoningTokens;
    private @Nullable BigDecimal cost;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /**
     * Sets {@link Usage#promptTokens()}. Default: 0.
     *
     * @param promptTokens tokens of the request
     * @return this builder
     */
    public Builder promptTokens(long promptTokens) {
      this.promptTokens = promptTokens;
      return this;
    }

    /**
     * Sets {@link Usage#completionTokens()}. Default: 0.
     *
     * @param completionTokens tokens of the answer, reasoning included
     * @return this builder
     */
    public Builder completionTokens(long completionTokens) {
      this.completionTokens = completionTokens;
      return this;
    }

    /**
     * Sets {@link Usage#totalTokens()}. Default: 0.
     *
     * @param totalTokens tokens of request and answer together, as the gateway added them
     * @return this builder
     */
    public Builder totalTokens(long totalTokens) {
      this.totalTokens = totalTokens;
      return this;
    }

    /**
     * Sets {@link Usage#cachedTokens()}. Default: 0.
     *
     * @param cachedTokens the part of {@code promptTokens} read from the provider's cache
     * @return this builder
     */
    public Builder cachedTokens(long cachedTokens) {
      this.cachedTokens = cachedTokens;
      return this;
    }

    /**
     * Sets {@link Usage#cacheWriteTokens()}. Default: 0.
     *
     * @param cacheWriteTokens tokens written to the provider's cache
     * @return this builder
     */
    public Builder cacheWriteTokens(long cacheWriteTokens) {
      this.cacheWriteTokens = cacheWriteTokens;
      return this;
    }

    /**
     * Sets {@link Usage#reasoningTokens()}. Default: 0.
     *
     * @param reasoningTokens the part of {@code completionTokens} spent on reasoning
     * @return this builder
     */
    public Builder reasoningTokens(long reasoningTokens) {
      this.reasoningTokens = reasoningTokens;
      return this;
    }

    /**
     * Sets {@link Usage#cost()}. Default: none.
     *
     * @param cost what the call was billed in US dollars, as servers such as OpenRouter report it
     *     in {@code cost}, and others in {@code cost_usd} or {@code estimated_cost}; {@code null}
     *     if they do not
     * @return this builder
     */
    public Builder cost(@Nullable BigDecimal cost) {
      this.cost = cost;
      return this;
    }

    /**
     * Sets {@link Usage#extra()}. Default: empty.
     *
     * @param extra the members that this library does not know, each value as JSON text
     * @return this builder
     */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** {@return what was collected} */
    public Usage build() {
      return new UsageValue(
          promptTokens,
          completionTokens,
          totalTokens,
          cachedTokens,
          cacheWriteTokens,
          reasoningTokens,
          cost,
          extra);
    }
  }
}
