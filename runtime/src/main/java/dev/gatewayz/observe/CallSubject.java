package dev.gatewayz.observe;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which call an event belongs to.
 *
 * @param sequence a number that all events of one call of a client have in common, and no others
 * @param promptId interface and method, as in {@code EarningsAnalyst.summarise}; {@code null} for a
 *     request put together at run time
 * @param promptHash a digest of the prompt as it was compiled, {@code null} without prompt
 * @param model the model asked at that moment, with its {@code gatewayz/} prefix
 * @param streamed whether the answer is streamed
 * @param tags what the caller marked the call with
 * @param attributes what interceptors have attached to the call
 */
public record CallSubject(
    long sequence,
    @Nullable String promptId,
    @Nullable String promptHash,
    String model,
    boolean streamed,
    Map<String, String> tags,
    Map<String, Object> attributes) {}
