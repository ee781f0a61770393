/**
 * Checks prompt interfaces while they are compiled, and generates their clients.
 *
 * <pre>
 *                         ┌──check────▶ findings ──report──▶ compiler output
 * interface ──read──▶ declaration
 *                         └──compile──▶ client ──emit──▶ source
 *                                          └───lock────▶ findings
 * </pre>
 *
 * <p>{@code read} is the only package that walks the compiler's model, with {@code classfile} for
 * what the compiler does not show; {@code model} holds the values that pass between the others;
 * {@code schema} is JSON Schema as text; {@code check} tells whether a declaration makes sense;
 * {@code compile} turns templates and types into steps, with {@code dev.gatewayz.internal.template}
 * and {@code binding}, which the runtime shares; {@code emit} writes Java; {@code lock} compares
 * prompts with those that were reviewed; {@code report} words and prints findings. None is in a
 * cycle. {@link dev.gatewayz.processor.ClientPipeline} runs them for one interface, {@link
 * dev.gatewayz.processor.GatewayzProcessor} for a compilation.
 */
@NullMarked
package dev.gatewayz.processor;

import org.jspecify.annotations.NullMarked;
