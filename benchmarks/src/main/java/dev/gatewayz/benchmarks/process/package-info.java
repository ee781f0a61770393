/**
 * Processes that answer lines with lines: what both ends of such a conversation need. The lines go
 * in, the answers come out.
 */
@NullMarked
package dev.gatewayz.benchmarks.process;

import org.jspecify.annotations.NullMarked;
