/**
 * Time as the rest of the client counts it: nanoseconds of {@link System#nanoTime()}.
 *
 * <p>Durations come in as users give them and go out as numbers that can be added without a
 * thought.
 */
@NullMarked
package dev.gatewayz.internal.time;

import org.jspecify.annotations.NullMarked;
