/**
 * Writes Java. In: a {@link dev.gatewayz.processor.model.Client}. Out: the source of the class that
 * implements it.
 *
 * <p>A prompt becomes a constant and a method; each has a rule of its own, and so has each way of
 * returning an answer. The same client gives the same bytes, on every machine and in every order.
 */
@NullMarked
package dev.gatewayz.processor.emit;

import org.jspecify.annotations.NullMarked;
