package dev.gatewayz.internal.call;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.account.CallUsage;
import dev.gatewayz.internal.answer.Content;
import dev.gatewayz.internal.answer.UsedTokens;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended, for those who listen.
 *
 * @param used what it used
 * @param tokens what the servers told of that, round by round
 * @param answer what has arrived of the answer
 * @param requestId the id under which the gateway knows it
 * @param pieces how many pieces of its answer were handed on
 * @param failure why it failed, {@code null} if it did not
 */
record CallEnd(
    CallUsage used,
    UsedTokens tokens,
    Content answer,
    String requestId,
    int pieces,
    @Nullable GatewayzException failure) {

  /** What Gatewayz added, {@code null} if it added nothing. */
  @Nullable GatewayUsage gatewayUsage() {
    return tokens.gatewayUsage();
  }
}
