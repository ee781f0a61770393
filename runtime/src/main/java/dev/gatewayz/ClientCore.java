package dev.gatewayz;

import dev.gatewayz.internal.account.Budgets;
import dev.gatewayz.internal.call.CallEngine;
import dev.gatewayz.internal.override.Overrides;
import dev.gatewayz.internal.request.PromptOptions;
import dev.gatewayz.internal.transport.Transport;
import dev.gatewayz.usage.UsageTracker;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * What a client and all views of it share.
 *
 * @param transport loops and connections
 * @param engine makes the calls
 * @param usage what they cost
 * @param budgets what they may use
 * @param prompts options of some prompts
 * @param overrides templates that take the place of compiled ones
 * @param checksTemplates whether prompts are compared with their template files
 * @param closeGrace how long calls under way may take to end when the client is closed
 */
record ClientCore(
    Transport transport,
    CallEngine engine,
    UsageTracker usage,
    Budgets budgets,
    PromptOptions prompts,
    Overrides overrides,
    boolean checksTemplates,
    Duration closeGrace) {

  /** The future completes when every connection and thread is gone. */
  CompletableFuture<Void> close() {
    return transport.close(closeGrace).whenComplete((closed, failure) -> engine.closeTools());
  }
}
