package dev.gatewayz.eval;

import dev.gatewayz.eval.internal.report.CaseReport;
import dev.gatewayz.eval.internal.report.Change;
import dev.gatewayz.eval.internal.report.Figures;
import dev.gatewayz.eval.internal.report.Outcome;
import dev.gatewayz.eval.internal.report.Report;
import dev.gatewayz.eval.internal.report.ReportFiles;
import dev.gatewayz.eval.internal.report.Summary;
import dev.gatewayz.eval.internal.report.TrialReport;
import dev.gatewayz.eval.internal.stats.SignTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a run of an {@link Evaluation} found; its files are written. Immutable. */
public final class EvaluationResult {
  private static final int MOST_SHOWN = 3;
  private static final int MOST_CHARACTERS = 300;

  private final Report report;
  private final List<Summary> summaries;
  private final List<Change> changes;
  private final ReportFiles files;
  private final boolean failIfWorse;

  EvaluationResult(Report report, List<Change> changes, ReportFiles files, boolean failIfWorse) {
    this.report = report;
    this.summaries = report.summaries();
    this.changes = List.copyOf(changes);
    this.files = files;
    this.failIfWorse = failIfWorse;
  }

  /** {@return the figures, by variant} */
  public List<VariantResult> variants() {
    return summaries.stream().map(VariantResult::new).toList();
  }

  /**
   * {@return why the run ended before all was asked, {@code null} if it did not: the result is
   * partial}
   */
  public @Nullable String stopped() {
    return report.stopped();
  }

  /**
   * {@return how likely the difference between two variants is if there is none, by a sign test}
   *
   * @param variant its place in {@link #variants()}, from 0
   * @param other the place of the other
   */
  public double p(int variant, int other) {
    return report.compare(variant, other).p();
  }

  /** {@return the report for programs} */
  public Path json() {
    return files.json();
  }

  /** {@return the report for people} */
  public Path html() {
    return files.html();
  }

  /** {@return whether enough answers are right, of every variant, and the run is whole} */
  public boolean passed() {
    return findings().isEmpty();
  }

  /**
   * Asserts that.
   *
   * @throws AssertionError if it has not passed; the message says why, with examples
   */
  public void check() {
    List<String> findings = findings();
    if (!findings.isEmpty()) {
      throw new AssertionError(
          report.name() + ": " + String.join("\n", findings) + "\n" + summary() + examples());
    }
  }

  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    if (report.stopped() != null) {
      findings.add(
          "The run is partial: "
              + Figures.count(summaries.stream().mapToLong(one -> one.passRate().trials()).sum())
              + " trials were graded and are kept. "
              + report.stopped());
    }
    for (Summary one : summaries) {
      String of = summaries.size() == 1 ? "" : one.variant() + ": ";
      long ended = one.passRate().trials() + one.failed();
      if (one.failed() > report.maxFailureRate() * ended) {
        findings.add(
            of
                + Figures.count(one.failed())
                + " of "
                + Figures.count(ended)
                + " trials failed, which says nothing of the answers; maxFailureRate is "
                + report.maxFailureRate()
                + ".");
      }
      if (one.passRate().trials() == 0
          ? report.passAt() > 0
          : one.passRate().rate() < report.passAt()) {
        findings.add(
            of + Figures.rate(one.passRate()) + " passed; passAt is " + report.passAt() + ".");
      }
    }
    for (Change change : changes) {
      if (failIfWorse && change.isWorse()) {
        findings.add(
            change.variant()
                + " got worse than the baseline in "
                + change.worse().size()
                + " cases and better in "
                + change.better().size()
                + ", p "
                + Figures.p(change.test().p())
                + ".");
      }
    }
    return findings;
  }

  /** {@return the figures as a table for people, and where the report is} */
  public String summary() {
    StringBuilder text = new StringBuilder();
    summaries.forEach(one -> text.append("  ").append(line(one)).append('\n'));
    for (int one = 0; one < summaries.size(); one++) {
      for (int other = one + 1; other < summaries.size(); other++) {
        SignTest test = report.compare(one, other);
        text.append(
            "  %s better in %d cases, %s in %d, the same in %d, p %s%n"
                .formatted(
                    summaries.get(one).variant(),
                    test.better(),
                    summaries.get(other).variant(),
                    test.worse(),
                    test.ties(),
                    Figures.p(test.p())));
      }
    }
    for (Change change : changes) {
      text.append(
          "  %s since the baseline: %d cases better, %d worse, %d the same, %d new, p %s%n"
              .formatted(
                  change.variant(),
                  change.better().size(),
                  change.worse().size(),
                  change.same(),
                  change.added(),
                  Figures.p(change.test().p())));
    }
    return text.append("  report: ").append(html()).toString();
  }

  private static String line(Summary one) {
    StringBuilder graders = new StringBuilder();
    if (one.graders().size() > 1) {
      one.graders()
          .forEach(
              (name, rate) ->
                  graders.append(", ").append(name).append(' ').append(Figures.rate(rate)));
    }
    return "%s: %s of %s passed%s, %s failed, %s not run, %s retries, %s by fallbacks, %s%s, p50 %s, p95 %s"
        .formatted(
            one.variant(),
            Figures.rate(one.passRate()),
            Figures.count(one.passRate().trials()),
            graders,
            Figures.count(one.failed()),
            Figures.count(one.notRun()),
            Figures.count(one.retries()),
            Figures.count(one.fellBack()),
            Figures.dollars(one.cost()),
            one.unpriced() == 0
                ? ""
                : " and " + Figures.count(one.unpriced()) + " calls of unknown cost",
            Figures.millis(one.p50()),
            Figures.millis(one.p95()));
  }

  /** The first trials that were wrong, and the first that failed. */
  private String examples() {
    StringBuilder text = new StringBuilder();
    for (Outcome outcome : List.of(Outcome.WRONG, Outcome.FAILED)) {
      int shown = 0;
      for (CaseReport each : report.cases()) {
        for (TrialReport trial : each.trials()) {
          if (trial.outcome() == outcome && shown < MOST_SHOWN) {
            shown++;
            String why = trial.why();
            text.append("\n  ")
                .append(outcome == Outcome.WRONG ? "wrong" : "failed")
                .append(", case ")
                .append(each.id())
                .append(": ")
                .append(
                    why.length() > MOST_CHARACTERS ? why.substring(0, MOST_CHARACTERS) + "…" : why);
          }
        }
      }
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return report.name() + "\n" + summary();
  }
}
