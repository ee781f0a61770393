/** Figures of samples: intervals, tests and quantiles. Pure functions. */
@NullMarked
package dev.gatewayz.eval.internal.stats;

import org.jspecify.annotations.NullMarked;
