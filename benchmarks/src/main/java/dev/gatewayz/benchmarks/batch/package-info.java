/** A prompt over many rows, with Flink and without: rows go in, what they have cost comes out. */
@NullMarked
package dev.gatewayz.benchmarks.batch;

import org.jspecify.annotations.NullMarked;
