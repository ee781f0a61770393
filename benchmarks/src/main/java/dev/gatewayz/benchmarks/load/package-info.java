/** What clients are asked to do, and what that costs their process. */
@NullMarked
package dev.gatewayz.benchmarks.load;

import org.jspecify.annotations.NullMarked;
