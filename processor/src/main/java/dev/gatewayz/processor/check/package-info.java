/**
 * Tells whether a declaration makes sense. In: a {@link
 * dev.gatewayz.processor.model.ClientDeclaration}. Out: a {@link
 * dev.gatewayz.processor.model.Client}, and findings about what makes no sense.
 *
 * <p>Pure functions: nothing here knows the compiler. Each rule has a class that is named for it;
 * the {@link dev.gatewayz.processor.check.Binder} turns templates into steps.
 */
@NullMarked
package dev.gatewayz.processor.check;

import org.jspecify.annotations.NullMarked;
