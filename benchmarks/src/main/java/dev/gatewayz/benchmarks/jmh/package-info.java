/** What single steps cost: decoding, writing, reading, counting. */
@NullMarked
package dev.gatewayz.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
