package dev.gatewayz.eval.internal.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One case, asked once of one variant.
 *
 * @param variant its place among the variants of the report
 * @param repetition from 1
 * @param outcome what came of it
 * @param answer what was graded, as text; empty if there is nothing
 * @param grades in their order
 * @param problem why it did not pass, where no grade says it
 * @param calls in the order of their ends
 */
public record TrialReport(
    int variant,
    int repetition,
    Outcome outcome,
    String answer,
    List<GradeReport> grades,
    @Nullable String problem,
    List<CallReport> calls) {

  /** Copies the lists. */
  public TrialReport {
    grades = List.copyOf(grades);
    calls = List.copyOf(calls);
  }

  /** How long the calls took that are not those of judges, one after the other. */
  public long millis() {
    return calls.stream().filter(call -> !call.judge()).mapToLong(CallReport::millis).sum();
  }

  /** Why it did not pass, in words; empty if it did. */
  public String why() {
    if (problem != null) {
      return problem;
    }
    return grades.stream()
        .filter(grade -> !grade.passed())
        .map(grade -> grade.name() + ": " + grade.why())
        .findFirst()
        .orElse("");
  }
}
