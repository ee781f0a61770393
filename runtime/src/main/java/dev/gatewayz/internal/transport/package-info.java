/**
 * Brings exchanges to gateways. The {@linkplain dev.gatewayz.internal.transport.Transport
 * transport} has one {@linkplain dev.gatewayz.internal.transport.LoopContext context} per event
 * loop, each with a {@linkplain dev.gatewayz.internal.transport.LoopPool pool} per origin. Pools
 * share nothing, so they need no locks: a call stays on the loop it was made on.
 */
@NullMarked
package dev.gatewayz.internal.transport;

import org.jspecify.annotations.NullMarked;
