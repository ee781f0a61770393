/**
 * The template language, as text. In: the text of a template. Out: its pieces, each with its place
 * in the text, and what is wrong with its form.
 *
 * <p>This is Mustache by its specification, but for the escaping of HTML, which a prompt is not.
 * Nothing here knows Java types or the compiler.
 */
@NullMarked
package dev.gatewayz.internal.template;

import org.jspecify.annotations.NullMarked;
