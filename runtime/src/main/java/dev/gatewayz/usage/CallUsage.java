package dev.gatewayz.usage;

import dev.gatewayz.chat.Usage;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call cost.
 *
 * @param promptId interface and method; empty for a request put together at run time
 * @param model the model that answered, or was asked last, with its {@code gatewayz/} prefix
 * @param outcome how the call ended
 * @param tags what the call was marked with
 * @param attempts how many requests it took
 * @param source where the tokens come from
 * @param usage the tokens, {@code null} if there are none
 * @param billed what the gateway reported to have billed, in US dollars; {@code null} if it did not
 */
public record CallUsage(
    String promptId,
    String model,
    Outcome outcome,
    Map<String, String> tags,
    int attempts,
    UsageSource source,
    @Nullable Usage usage,
    @Nullable BigDecimal billed) {}
