package dev.gatewayz.chat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What Gatewayz itself adds to an answer that was not streamed. Wire name {@code gateway_usage}.
 *
 * @param provider who answered, as in {@code openrouter}
 * @param cost what the call was billed, in US dollars
 */
public record GatewayUsage(@Nullable String provider, @Nullable BigDecimal cost) {}
