package dev.gatewayz.error;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which call an error belongs to.
 *
 * @param promptId interface and method, as in {@code EarningsAnalyst.summarise}; {@code null} for a
 *     request put together at run time
 * @param model the model asked, with its {@code gatewayz/} prefix
 * @param attempts how many requests were sent, 0 if none
 * @param requestId the id under which the gateway knows the call: the server's where it answered,
 *     else the one that was sent
 */
public record CallInfo(@Nullable String promptId, String model, int attempts, String requestId)
    implements Serializable {}
