package dev.gatewayz.gateway;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is left on the account of a key. Mirrors {@code GET /user/balance}.
 *
 * @param credits in US dollars
 * @param status as in {@code active} or {@code trial}, {@code null} if the gateway does not say
 */
public record Balance(BigDecimal credits, @Nullable String status) {}
