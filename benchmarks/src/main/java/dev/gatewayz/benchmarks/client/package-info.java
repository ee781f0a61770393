/** The clients that are measured, each through the interface that its users use. */
@NullMarked
package dev.gatewayz.benchmarks.client;

import org.jspecify.annotations.NullMarked;
