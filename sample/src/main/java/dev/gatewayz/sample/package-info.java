/**
 * A small program around three prompts. {@link dev.gatewayz.sample.EarningsAnalyst} and {@link
 * dev.gatewayz.sample.HeadlineWriter} are the prompts, {@link dev.gatewayz.sample.Main} is what is
 * done with them.
 */
@NullMarked
package dev.gatewayz.sample;

import org.jspecify.annotations.NullMarked;
