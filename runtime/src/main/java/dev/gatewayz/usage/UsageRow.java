package dev.gatewayz.usage;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The sums over all calls of one prompt to one model, with the same tags, that ended in one way.
 *
 * @param promptId interface and method, as in {@code EarningsAnalyst.summarise}; empty for requests
 *     put together at run time
 * @param model the model that answered, or was asked last, with its {@code gatewayz/} prefix
 * @param outcome how the calls ended
 * @param tags what the calls were marked with, empty as a rule
 * @param calls how many there were
 * @param attempts how many requests they took
 * @param reported how many of the calls came with a usage report
 * @param estimated how many of the calls have tokens that were estimated here; those that are
 *     neither reported nor estimated add nothing to the tokens
 * @param promptTokens tokens of the requests
 * @param completionTokens tokens of the answers
 * @param totalTokens both, as the gateway added them
 * @param cachedTokens the part of {@code promptTokens} read from a provider's cache
 * @param reasoningTokens the part of {@code completionTokens} spent on reasoning
 * @param cost what the gateway reported to have billed or, where it did not, what the price table
 *     says, in US dollars
 */
public record UsageRow(
    String promptId,
    String model,
    Outcome outcome,
    Map<String, String> tags,
    long calls,
    long attempts,
    long reported,
    long estimated,
    long promptTokens,
    long completionTokens,
    long totalTokens,
    long cachedTokens,
    long reasoningTokens,
    BigDecimal cost) {

  /** Whether both are about the same calls. */
  boolean isAbout(UsageRow other) {
    return promptId.equals(other.promptId)
        && model.equals(other.model)
        && outcome == other.outcome
        && tags.equals(other.tags);
  }

  /** What has been added since an earlier row about the same calls. */
  UsageRow minus(UsageRow earlier) {
    return new UsageRow(
        promptId,
        model,
        outcome,
        tags,
        calls - earlier.calls,
        attempts - earlier.attempts,
        reported - earlier.reported,
        estimated - earlier.estimated,
        promptTokens - earlier.promptTokens,
        completionTokens - earlier.completionTokens,
        totalTokens - earlier.totalTokens,
        cachedTokens - earlier.cachedTokens,
        reasoningTokens - earlier.reasoningTokens,
        cost.subtract(earlier.cost));
  }
}
