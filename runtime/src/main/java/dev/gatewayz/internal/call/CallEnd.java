package dev.gatewayz.internal.call;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.account.CallUsage;
import dev.gatewayz.internal.answer.Content;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, for those who listen.
 *
 * @param used what it used
 * @param gatewayUsage what Gatewayz added, {@code null} if it added nothing
 * @param answer what has arrived of the answer
 * @param requestId the id under which the gateway knows it
 * @param pieces how many pieces of its answer were handed on
 * @param failure why it failed, {@code null} if it did not
 */
record CallEnd(
    CallUsage used,
    @Nullable GatewayUsage gatewayUsage,
    Content answer,
    String requestId,
    int pieces,
    @Nullable GatewayzException failure) {}
