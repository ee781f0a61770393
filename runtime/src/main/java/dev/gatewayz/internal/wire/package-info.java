/**
 * Between the bytes of the wire and the model of {@link dev.gatewayz.chat}: writes requests, reads
 * answers, chunks and error bodies. Knows no transport.
 */
@NullMarked
package dev.gatewayz.internal.wire;

import org.jspecify.annotations.NullMarked;
