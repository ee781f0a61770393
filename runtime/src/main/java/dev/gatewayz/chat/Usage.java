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

  /** Tokens of the request. */
  long promptTokens();

  /** Tokens of the answer, reasoning included. */
  long completionTokens();

  /** Both, as the gateway added them. */
  long totalTokens();

  /**
   * The part of {@code promptTokens} read from the provider's cache; from {@code
   * prompt_tokens_details.cached_tokens} or {@code cache_read_input_tokens}.
   */
  long cachedTokens();

  /** Tokens written to the provider's cache; from {@code cache_creation_input_tokens}. */
  long cacheWriteTokens();

  /**
   * The part of {@code completionTokens} spent on reasoning; from {@code
   * completion_tokens_details.reasoning_tokens}.
   */
  long reasoningTokens();

  /**
   * What the call was billed in US dollars, as servers such as OpenRouter report it in {@code
   * cost}, and others in {@code cost_usd} or {@code estimated_cost}; {@code null} if they do not.
   */
  @Nullable BigDecimal cost();

  /**
   * The members that this library does not know, each value as JSON text; empty as a rule, and
   * where several answers are added up.
   */
  Map<String, String> extra();

  /** Usage without details. */
  static Usage of(long promptTokens, long completionTokens) {
    return builder()
        .promptTokens(promptTokens)
        .completionTokens(completionTokens)
        .totalTokens(promptTokens + completionTokens)
        .build();
  }

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
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

    /** See {@link Usage#promptTokens()}. Default: 0. */
    public Builder promptTokens(long promptTokens) {
      this.promptTokens = promptTokens;
      return this;
    }

    /** See {@link Usage#completionTokens()}. Default: 0. */
    public Builder completionTokens(long completionTokens) {
      this.completionTokens = completionTokens;
      return this;
    }

    /** See {@link Usage#totalTokens()}. Default: 0. */
    public Builder totalTokens(long totalTokens) {
      this.totalTokens = totalTokens;
      return this;
    }

    /** See {@link Usage#cachedTokens()}. Default: 0. */
    public Builder cachedTokens(long cachedTokens) {
      this.cachedTokens = cachedTokens;
      return this;
    }

    /** See {@link Usage#cacheWriteTokens()}. Default: 0. */
    public Builder cacheWriteTokens(long cacheWriteTokens) {
      this.cacheWriteTokens = cacheWriteTokens;
      return this;
    }

    /** See {@link Usage#reasoningTokens()}. Default: 0. */
    public Builder reasoningTokens(long reasoningTokens) {
      this.reasoningTokens = reasoningTokens;
      return this;
    }

    /** See {@link Usage#cost()}. Default: none. */
    public Builder cost(@Nullable BigDecimal cost) {
      this.cost = cost;
      return this;
    }

    /** See {@link Usage#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** What was collected. */
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
