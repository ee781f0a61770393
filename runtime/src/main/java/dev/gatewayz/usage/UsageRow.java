package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sums over all calls of one prompt to one model, with the same tags, that ended in one way.
 * Immutable.
 */
public sealed interface UsageRow permits UsageRowValue {

  /**
   * The prompt, as in {@code com.acme.EarningsAnalyst.summarise}; empty for requests put together
   * at run time.
   */
  String promptId();

  /** The model that answered, or was asked last, with its {@code gatewayz/} prefix. */
  String model();

  /** How the calls ended. */
  Outcome outcome();

  /** What the calls were marked with, empty as a rule. */
  Map<String, String> tags();

  /** How many there were. */
  long calls();

  /** How many requests they took. */
  long attempts();

  /** How many of the calls came with a usage report. */
  long reported();

  /**
   * How many of the calls have tokens that were estimated here; those that are neither reported nor
   * estimated add nothing to the tokens.
   */
  long estimated();

  /** Tokens of the requests. */
  long promptTokens();

  /** Tokens of the answers. */
  long completionTokens();

  /** Both, as the gateway added them. */
  long totalTokens();

  /** The part of {@code promptTokens} read from a provider's cache. */
  long cachedTokens();

  /** Tokens written to a provider's cache. */
  long cacheWriteTokens();

  /** The part of {@code completionTokens} spent on reasoning. */
  long reasoningTokens();

  /**
   * What the gateway reported to have billed or, where it did not, what the price table says, in US
   * dollars.
   */
  BigDecimal cost();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder()
        .promptId(promptId())
        .model(model())
        .outcome(outcome())
        .tags(tags())
        .calls(calls())
        .attempts(attempts())
        .reported(reported())
        .estimated(estimated())
        .promptTokens(promptTokens())
        .completionTokens(completionTokens())
        .totalTokens(totalTokens())
        .cachedTokens(cachedTokens())
        .cacheWriteTokens(cacheWriteTokens())
        .reasoningTokens(reasoningTokens())
        .cost(cost());
  }

  /** Collects an {@link UsageRow}. Each method returns this builder. */
  final class Builder {
    private String promptId = "";
    private String model = "";
    private @Nullable Outcome outcome;
    private Map<String, String> tags = Map.of();
    private long calls;
    private long attempts;
    private long reported;
    private long estimated;
    private long promptTokens;
    private long completionTokens;
    private long totalTokens;
    private long cachedTokens;
    private long cacheWriteTokens;
    private long reasoningTokens;
    private BigDecimal cost = BigDecimal.ZERO;

    private Builder() {}

    /** See {@link UsageRow#promptId()}. Default: empty. */
    public Builder promptId(String promptId) {
      this.promptId = Objects.requireNonNull(promptId, "promptId");
      return this;
    }

    /** See {@link UsageRow#model()}. Default: empty. */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /** See {@link UsageRow#outcome()}. Must be set. */
    public Builder outcome(Outcome outcome) {
      this.outcome = Objects.requireNonNull(outcome, "outcome");
      return this;
    }

    /** See {@link UsageRow#tags()}. Default: empty. */
    public Builder tags(Map<String, String> tags) {
      this.tags = Objects.requireNonNull(tags, "tags");
      return this;
    }

    /** See {@link UsageRow#calls()}. Default: 0. */
    public Builder calls(long calls) {
      this.calls = calls;
      return this;
    }

    /** See {@link UsageRow#attempts()}. Default: 0. */
    public Builder attempts(long attempts) {
      this.attempts = attempts;
      return this;
    }

    /** See {@link UsageRow#reported()}. Default: 0. */
    public Builder reported(long reported) {
      this.reported = reported;
      return this;
    }

    /** See {@link UsageRow#estimated()}. Default: 0. */
    public Builder estimated(long estimated) {
      this.estimated = estimated;
      return this;
    }

    /** See {@link UsageRow#promptTokens()}. Default: 0. */
    public Builder promptTokens(long promptTokens) {
      this.promptTokens = promptTokens;
      return this;
    }

    /** See {@link UsageRow#completionTokens()}. Default: 0. */
    public Builder completionTokens(long completionTokens) {
      this.completionTokens = completionTokens;
      return this;
    }

    /** See {@link UsageRow#totalTokens()}. Default: 0. */
    public Builder totalTokens(long totalTokens) {
      this.totalTokens = totalTokens;
      return this;
    }

    /** See {@link UsageRow#cachedTokens()}. Default: 0. */
    public Builder cachedTokens(long cachedTokens) {
      this.cachedTokens = cachedTokens;
      return this;
    }

    /** See {@link UsageRow#cacheWriteTokens()}. Default: 0. */
    public Builder cacheWriteTokens(long cacheWriteTokens) {
      this.cacheWriteTokens = cacheWriteTokens;
      return this;
    }

    /** See {@link UsageRow#reasoningTokens()}. Default: 0. */
    public Builder reasoningTokens(long reasoningTokens) {
      this.reasoningTokens = reasoningTokens;
      return this;
    }

    /** See {@link UsageRow#cost()}. Default: 0. */
    public Builder cost(BigDecimal cost) {
      this.cost = Objects.requireNonNull(cost, "cost");
      return this;
    }

    /**
     * What was collected.
     *
     * @throws NullPointerException if something that must be set is not
     */
    public UsageRow build() {
      return new UsageRowValue(
          promptId,
          model,
          Objects.requireNonNull(outcome, "outcome"),
          tags,
          calls,
          attempts,
          reported,
          estimated,
          promptTokens,
          completionTokens,
          totalTokens,
          cachedTokens,
          cacheWriteTokens,
          reasoningTokens,
          cost);
    }
  }
}
