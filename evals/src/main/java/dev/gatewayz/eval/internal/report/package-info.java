/**
 * What an evaluation found, as values, and the files that are made of them: the report as JSON and
 * as a page, the baseline and the history. Knows no prompts and no JUnit.
 */
@NullMarked
package dev.gatewayz.eval.internal.report;

import org.jspecify.annotations.NullMarked;
