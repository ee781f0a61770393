/**
 * One call's life: it waits for a connection, is sent, is read, is repeated where that may help,
 * and ends once, with an answer, an error or a cancellation.
 *
 * <p>A call belongs to one event loop from its start to its end. Only {@code cancel} and {@code
 * request(n)} may come from other threads; they hand themselves over.
 */
@NullMarked
package dev.gatewayz.internal.call;

import org.jspecify.annotations.NullMarked;
