/** Measures from inside what generated code calls; the class path, unlike modules, permits it. */
@NullMarked
package dev.gatewayz.codegen;

import org.jspecify.annotations.NullMarked;
