package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.stats.PassRate.Cluster;
import java.util.List;

/**
 * One case, and all trials of it.
 *
 * @param id the same in every run
 * @param input what is written in the file
 * @param trials those that were begun
 */
public record CaseReport(String id, String input, List<TrialReport> trials) {

  /** Copies the list. */
  public CaseReport {
    trials = List.copyOf(trials);
  }

  /** The trials of one variant. */
  public List<TrialReport> of(int variant) {
    return trials.stream().filter(trial -> trial.variant() == variant).toList();
  }

  /** How many graded trials of one variant passed. */
  public Cluster passed(int variant) {
    List<TrialReport> graded =
        of(variant).stream().filter(trial -> trial.outcome().isGraded()).toList();
    long passed = graded.stream().filter(trial -> trial.outcome() == Outcome.PASSED).count();
    return new Cluster((int) passed, graded.size());
  }
}
