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
   * {@return the prompt, as in {@code com.acme.EarningsAnalyst.summarise}; empty for requests put
   * together at run time}
   */
  String promptId();

  /** {@return the model that answered, or was asked last, with its {@code gatewayz/} prefix} */
  String model();

  /** {@return how the calls ended} */
  Outcome outcome();

  /** {@return what the calls were marked with, empty as a rule} */
  Map<String, String> tags();

  /** {@return how many there were} */
  long calls();

  /** {@return how many requests they took} */
  long attempts();

  /** {@return how many of the calls came with a usage report} */
  long reported();

  /**
   * {@return how many of the calls have tokens that were estimated here; those that are neither
   * reported nor estimated add nothing to the tokens}
   */
  long estimated();

  /** {@return tokens of the requests} */
  long promptTokens();

  /** {@return tokens of the answers} */
  long completionTokens();

  /** {@return tokens of requests and answers together, as the gateway added them} */
  long totalTokens();

  /** {@return the part of {@code promptTokens} read from a provider's cache} */
  long cachedTokens();

  /** {@return tokens written to a provider's cache} */
  long cacheWriteTokens();

  /** {@return the part of {@code completionTokens} spent on reasoning} */
  long reasoningTokens();

  /**
   * {@return what the gateway reported to have billed or, where it did not, what the price table
   * says, in US dollars}
   */
  BigDecimal cost();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder without an outcome, which must be set
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
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

    /**
     * Sets {@link UsageRow#promptId()}. Default: empty.
     *
     * @param promptId the prompt, as in {@code com.acme.EarningsAnalyst.summarise}
     * @return this builder
     */
    public Builder promptId(String promptId) {
      this.promptId = Objects.requireNonNull(promptId, "promptId");
      return this;
    }

    /**
     * Sets {@link UsageRow#model()}. Default: empty.
     *
     * @param model the model that answered, or was asked last, with its {@code gatewayz/} prefix
     * @return this builder
     */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /**
     * Sets {@link UsageRow#outcome()}. Must be set.
     *
     * @param outcome how the calls ended
     * @return this builder
     */
    public Builder outcome(Outcome outcome) {
      this.outcome = Objects.requireNonNull(outcome, "outcome");
      return this;
    }

    /**
     * Sets {@link UsageRow#tags()}. Default: empty.
     *
     * @param tags what the calls were marked with, empty as a rule
     * @return this builder
     */
    public Builder tags(Map<String, String> tags) {
      this.tags = Objects.requireNonNull(tags, "tags");
      return this;
    }

    /**
     * Sets {@link UsageRow#calls()}. Default: 0.
     *
     * @param calls how many there were
     * @return this builder
     */
    public Builder calls(long calls) {
      this.calls = calls;
      return this;
    }

    /**
     * Sets {@link UsageRow#attempts()}. Default: 0.
     *
     * @param attempts how many requests they took
     * @return this builder
     */
    public Builder attempts(long attempts) {
      this.attempts = attempts;
      return this;
    }

    /**
     * Sets {@link UsageRow#reported()}. Default: 0.
     *
     * @param reported how many of the calls came with a usage report
     * @return this builder
     */
    public Builder reported(long reported) {
      this.reported = reported;
      return this;
    }

    /**
     * Sets {@link UsageRow#estimated()}. Default: 0.
     *
     * @param estimated how many of the calls have tokens that were estimated here
     * @return this builder
     */
    public Builder estimated(long estimated) {
      this.estimated = estimated;
      return this;
    }

    /**
     * Sets {@link UsageRow#promptTokens()}. Default: 0.
     *
     * @param promptTokens tokens of the requests
     * @return this builder
     */
    public Builder promptTokens(long promptTokens) {
      this.promptTokens = promptTokens;
      return this;
    }

    /**
     * Sets {@link UsageRow#completionTokens()}. Default: 0.
     *
     * @param completionTokens tokens of the answers
     * @return this builder
     */
    public Builder completionTokens(long completionTokens) {
      this.completionTokens = completionTokens;
      return this;
    }

    /**
     * Sets {@link UsageRow#totalTokens()}. Default: 0.
     *
     * @param totalTokens tokens of requests and answers together, as the gateway added them
     * @return this builder
     */
    public Builder totalTokens(long totalTokens) {
      this.totalTokens = totalTokens;
      return this;
    }

    /**
     * Sets {@link UsageRow#cachedTokens()}. Default: 0.
     *
     * @param cachedTokens the part of {@code promptTokens} read from a provider's cache
     * @return this builder
     */
    public Builder cachedTokens(long cachedTokens) {
      this.cachedTokens = cachedTokens;
      return this;
    }

    /**
     * Sets {@link UsageRow#cacheWriteTokens()}. Default: 0.
     *
     * @param cacheWriteTokens tokens written to a provider's cache
     * @return this builder
     */
    public Builder cacheWriteTokens(long cacheWriteTokens) {
      this.cacheWriteTokens = cacheWriteTokens;
      return this;
    }

    /**
     * Sets {@link UsageRow#reasoningTokens()}. Default: 0.
     *
     * @param reasoningTokens the part of {@code completionTokens} spent on reasoning
     * @return this builder
     */
    public Builder reasoningTokens(long reasoningTokens) {
      this.reasoningTokens = reasoningTokens;
      return this;
    }

    /**
     * Sets {@link UsageRow#cost()}. Default: 0.
     *
     * @param cost what the gateway reported to have billed or, where it did not, what the price
     *     table says, in US dollars
     * @return this builder
     */
    public Builder cost(BigDecimal cost) {
      this.cost = Objects.requireNonNull(cost, "cost");
      return this;
    }

    /**
     * {@return what was collected}
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
