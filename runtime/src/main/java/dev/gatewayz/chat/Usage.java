package dev.gatewayz.chat;

import java.io.Serializable;

/**
 * The tokens of one call, as the gateway counted them. Wire name {@code usage}.
 *
 * @param promptTokens tokens of the request
 * @param completionTokens tokens of the answer, reasoning included
 * @param totalTokens both, as the gateway added them
 * @param cachedTokens the part of {@code promptTokens} read from the provider's cache; from {@code
 *     prompt_tokens_details.cached_tokens} or {@code cache_read_input_tokens}
 * @param cacheWriteTokens tokens written to the provider's cache; from {@code
 *     cache_creation_input_tokens}
 * @param reasoningTokens the part of {@code completionTokens} spent on reasoning; from {@code
 *     completion_tokens_details.reasoning_tokens}
 */
public record Usage(
    long promptTokens,
    long completionTokens,
    long totalTokens,
    long cachedTokens,
    long cacheWriteTokens,
    long reasoningTokens)
    implements Serializable {

  /** Usage without cache and reasoning. */
  public static Usage of(long promptTokens, long completionTokens) {
    return new Usage(promptTokens, completionTokens, promptTokens + completionTokens, 0, 0, 0);
  }
}
