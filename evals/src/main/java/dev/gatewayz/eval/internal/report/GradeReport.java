package dev.gatewayz.eval.internal.report;

import org.jspecify.annotations.Nullable;

/**
 * One grade of a trial.
 *
 * @param name of the grader
 * @param passed whether that is good enough
 * @param score from 0 to 1
 * @param why in words, empty if there is nothing to say
 * @param expected what was expected, if that is text
 * @param found what was graded
 */
public record GradeReport(
    String name,
    boolean passed,
    double score,
    String why,
    @Nullable String expected,
    @Nullable String found) {}
