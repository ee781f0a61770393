/**
 * JSON Schema, as text. In: a {@link dev.gatewayz.processor.model.Structure}. Out: the schema that
 * a server can enforce, in strict form: every member required, no others allowed, what may be
 * absent as a union with {@code null}, what refers to itself under {@code $defs}, sealed interfaces
 * as {@code anyOf}.
 *
 * <p>The order of everything is that of declarations, so the same types give the same bytes.
 */
@NullMarked
package dev.gatewayz.processor.schema;

import org.jspecify.annotations.NullMarked;
