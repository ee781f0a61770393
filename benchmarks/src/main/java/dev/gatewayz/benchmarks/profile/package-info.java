/** From a flight recording to a page with a flame graph. */
@NullMarked
package dev.gatewayz.benchmarks.profile;

import org.jspecify.annotations.NullMarked;
