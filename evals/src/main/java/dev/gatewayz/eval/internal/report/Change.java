package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.stats.PassRate.Cluster;
import dev.gatewayz.eval.internal.stats.SignTest;
import java.util.ArrayList;
import java.util.List;

/**
 * What has changed in a variant since the baseline.
 *
 * @param variant its name
 * @param better ids of cases of which more trials passed
 * @param worse ids of cases of which fewer trials passed
 * @param same how many cases did the same
 * @param added how many cases the baseline does not have
 */
public record Change(String variant, List<String> better, List<String> worse, int same, int added) {

  /** A difference this unlikely, if nothing has changed, is taken for a change. */
  private static final double SIGNIFICANT = 0.05;

  /** Copies the lists. */
  public Change {
    better = List.copyOf(better);
    worse = List.copyOf(worse);
  }

  static Change since(Baseline baseline, Report report, int variant) {
    String name = report.variants().get(variant);
    List<String> better = new ArrayList<>();
    List<String> worse = new ArrayList<>();
    int same = 0;
    int added = 0;
    for (CaseReport each : report.cases()) {
      Cluster now = each.passed(variant);
      Cluster then = baseline.of(name, each.id());
      if (now.trials() > 0 && then == null) {
        added++;
      } else if (now.trials() > 0 && then != null) {
        int sign = Report.sign(now, then);
        same += sign == 0 ? 1 : 0;
        if (sign != 0) {
          (sign > 0 ? better : worse).add(each.id());
        }
      }
    }
    return new Change(name, better, worse, same, added);
  }

  /** Whether the difference is more than chance. */
  public SignTest test() {
    return new SignTest(better.size(), worse.size(), same);
  }

  /** Whether it got worse, and that is more than chance. */
  public boolean isWorse() {
    return worse.size() > better.size() && test().p() < SIGNIFICANT;
  }
}
