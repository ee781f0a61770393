/**
 * Typed prompts over the rows of Apache Flink jobs. Rows come in as a {@code DataStream}; answers
 * and dead letters go out as two. Flink brings partitions, checkpoints and restarts; this brings
 * the step that asks: one client for each JVM, as many calls at once as the gateway takes, rows
 * that fail for good set aside with the reason, and what each row has cost.
 *
 * <pre>
 * rows ─ RowGate ─ PromptFunction ─ OutcomeSplit ─┬─ answers
 *        keys       asks             prompts       └─ dead letters
 * </pre>
 *
 * All of them are one chain with the source, so that a checkpoint does not wait behind rows.
 */
@NullMarked
package dev.gatewayz.flink;

import org.jspecify.annotations.NullMarked;
