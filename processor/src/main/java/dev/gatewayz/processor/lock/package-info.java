/**
 * The prompts that were reviewed, one file an interface, and how those of a build differ from them.
 *
 * <p>In: checked clients. Out: findings, and a file where changes are accepted.
 */
package dev.gatewayz.processor.lock;
