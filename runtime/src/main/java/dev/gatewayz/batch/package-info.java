/**
 * A prompt over many rows: rows come in, as a collection, a stream or a publisher, and a result for
 * each goes out, a value or a failure with a verdict. Nothing is kept anywhere; what restarts,
 * partitions and checkpoints is an engine's affair.
 */
@NullMarked
package dev.gatewayz.batch;

import org.jspecify.annotations.NullMarked;
