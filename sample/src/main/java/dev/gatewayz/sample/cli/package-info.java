/**
 * {@code gatewayz} on the command line: {@link dev.gatewayz.sample.cli.Cli} reads the command, a
 * {@code Terminal} knows whether somebody looks on.
 */
@NullMarked
package dev.gatewayz.sample.cli;

import org.jspecify.annotations.NullMarked;
