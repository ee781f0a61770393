/**
 * Measures what calls and chunks cost a client, beside the clients that people use today.
 *
 * <p>{@link dev.gatewayz.benchmarks.Benchmarks} starts a load server and one process per client,
 * has the clients take turns, and prints what each cost. {@code server} is the load server, {@code
 * client} the clients, {@code load} what is asked of them, {@code run} how the processes are made
 * to take turns, {@code jmh} the JMH benchmarks of single steps.
 */
@NullMarked
package dev.gatewayz.benchmarks;

import org.jspecify.annotations.NullMarked;
