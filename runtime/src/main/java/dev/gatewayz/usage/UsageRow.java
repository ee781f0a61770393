package dev.gatewayz.usage;

import java.math.BigDecimal;

/**
 * The sums over all calls of one prompt to one model that ended in one way.
 *
 * @param promptId interface and method, as in {@code EarningsAnalyst.summarise}; empty for requests
 *     put together at run time
 * @param model the model asked, with its {@code gatewayz/} prefix
 * @param outcome how the calls ended
 * @param calls how many there were
 * @param attempts how many requests they took
 * @param reported how many of the calls came with a usage report; the tokens are theirs alone
 * @param promptTokens tokens of the requests
 * @param completionTokens tokens of the answers
 * @param totalTokens both, as the gateway added them
 * @param cachedTokens the part of {@code promptTokens} read from a provider's cache
 * @param reasoningTokens the part of {@code completionTokens} spent on reasoning
 * @param cost what the gateway reported to have billed, in US dollars
 */
public record UsageRow(
    String promptId,
    String model,
    Outcome outcome,
    long calls,
    long attempts,
    long reported,
    long promptTokens,
    long completionTokens,
    long totalTokens,
    long cachedTokens,
    long reasoningTokens,
    BigDecimal cost) {}
