/**
 * Turns templates and types into steps. In: a {@link
 * dev.gatewayz.processor.model.ClientDeclaration} and the template files. Out: a {@link
 * dev.gatewayz.processor.model.Client}, with the steps that write its requests, schemas, hashes and
 * sizes, and findings about names that mean nothing.
 *
 * <p>Pure: nothing here knows the compiler. {@code dev.gatewayz.internal.binding} gives names their
 * meaning.
 */
@NullMarked
package dev.gatewayz.processor.compile;

import org.jspecify.annotations.NullMarked;
