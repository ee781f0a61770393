/**
 * The only code that walks the compiler's model. In: elements of one round. Out: {@link
 * dev.gatewayz.processor.model.ClientDeclaration}, and findings about what no declaration can
 * express.
 *
 * <p>Nothing here outlives its round, and nothing loads the classes it reads about. Where a
 * declaration refers to something that does not exist yet, reading stops with a {@link
 * dev.gatewayz.processor.read.MissingTypeException}.
 */
@NullMarked
package dev.gatewayz.processor.read;

import org.jspecify.annotations.NullMarked;
