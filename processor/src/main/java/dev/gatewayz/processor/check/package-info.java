/**
 * Tells whether a declaration makes sense. In: a {@link
 * dev.gatewayz.processor.model.ClientDeclaration}, or steps that were compiled from it. Out: {@link
 * dev.gatewayz.processor.report.Findings}, and nothing else.
 *
 * <p>Pure functions: nothing here knows the compiler. Each rule has a class that is named for it,
 * and returns what it finds.
 */
@NullMarked
package dev.gatewayz.processor.check;

import org.jspecify.annotations.NullMarked;
