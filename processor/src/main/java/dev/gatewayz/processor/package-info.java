/**
 * Checks prompt interfaces while they are compiled, and generates their clients.
 *
 * <pre>
 * interface ──read──▶ declaration ──check──▶ client ──emit──▶ source
 *                │                    │
 *                └──── findings ──────┴──▶ report ──▶ compiler output
 * </pre>
 *
 * <p>{@code read} is the only package that walks the compiler's model; {@code model} holds the
 * values that pass between the others; {@code template} is the template language, as text; {@code
 * check} tells whether a declaration makes sense; {@code emit} writes Java; {@code report} words
 * and prints findings. Each depends on those before it only. {@link
 * dev.gatewayz.processor.GatewayzProcessor} runs them.
 */
@NullMarked
package dev.gatewayz.processor;

import org.jspecify.annotations.NullMarked;
