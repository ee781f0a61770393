/** Processes that take turns, and the tables they end in. */
@NullMarked
package dev.gatewayz.benchmarks.run;

import org.jspecify.annotations.NullMarked;
