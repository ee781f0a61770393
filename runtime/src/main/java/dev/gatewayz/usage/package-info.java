/**
 * What calls cost: a {@linkplain dev.gatewayz.usage.UsageTracker tracker} counts calls and tokens
 * by prompt, model and outcome, and hands out {@linkplain dev.gatewayz.usage.UsageReport reports}.
 */
@NullMarked
package dev.gatewayz.usage;

import org.jspecify.annotations.NullMarked;
