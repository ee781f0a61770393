/**
 * What can go wrong with a call. Everything is a {@link dev.gatewayz.error.GatewayzException},
 * unchecked, with the prompt, the model, the number of attempts and the request id; a broken stream
 * hands over what it already had.
 *
 * <p>Everything in this package is immutable and may be shared between threads.
 */
@NullMarked
package dev.gatewayz.error;

import org.jspecify.annotations.NullMarked;
