/**
 * The prompts that were reviewed, one file an interface, and how those of a build differ from them.
 *
 * <p>In: checked clients. Out: findings, and a file where changes are accepted.
 */
@NullMarked
package dev.gatewayz.processor.lock;

import org.jspecify.annotations.NullMarked;
