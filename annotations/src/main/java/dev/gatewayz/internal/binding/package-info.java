/**
 * What templates mean. In: templates, and what there is to know of the types of their parameters.
 * Out: the steps that write the messages of a prompt, and what is wrong with the templates.
 *
 * <p>The processor has the types from the compiler and makes Java of the steps; the runtime has
 * them from generated code and takes the steps itself.
 */
@NullMarked
package dev.gatewayz.internal.binding;

import org.jspecify.annotations.NullMarked;
