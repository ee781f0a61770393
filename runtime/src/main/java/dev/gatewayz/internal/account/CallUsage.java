package dev.gatewayz.internal.account;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.UsageSource;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call has used.
 *
 * @param promptId the prompt; empty for a request put together at run time
 * @param model the model that answered, or was asked last, with its {@code gatewayz/} prefix
 * @param outcome how the call ended
 * @param tags what the call was marked with
 * @param attempts how many requests it took
 * @param source where the tokens come from
 * @param usage the tokens, {@code null} if there are none
 * @param cost what it cost, in US dollars, as reported or by the price table; {@code null} if
 *     nobody knows
 */
public record CallUsage(
    String promptId,
    String model,
    Outcome outcome,
    Map<String, String> tags,
    int attempts,
    UsageSource source,
    @Nullable Usage usage,
    @Nullable BigDecimal cost) {}
