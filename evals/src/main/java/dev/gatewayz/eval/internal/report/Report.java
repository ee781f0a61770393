package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.stats.PassRate.Cluster;
import dev.gatewayz.eval.internal.stats.SignTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All that a run of an evaluation found.
 *
 * @param name of the evaluation
 * @param started when it began
 * @param took how long it ran
 * @param repeat how often each case was to be asked
 * @param passAt the share of graded trials that must pass
 * @param maxFailureRate the share of trials that may fail
 * @param budget what it may cost, in US dollars; empty for any amount
 * @param stopped why it ended early, {@code null} if it did not
 * @param variants names of what was compared
 * @param cases in the order of the file
 */
public record Report(
    String name,
    Instant started,
    Duration took,
    int repeat,
    double passAt,
    double maxFailureRate,
    String budget,
    @Nullable String stopped,
    List<String> variants,
    List<CaseReport> cases) {

  /** Copies the lists. */
  public Report {
    variants = List.copyOf(variants);
    cases = List.copyOf(cases);
  }

  /** A figure for each variant. */
  public List<Summary> summaries() {
    return IntStream.range(0, variants.size()).mapToObj(i -> Summary.of(this, i)).toList();
  }

  /** Cases for which one variant did better than another, those for which both were graded. */
  public SignTest compare(int one, int other) {
    int better = 0;
    int worse = 0;
    int ties = 0;
    for (CaseReport each : cases) {
      int sign = sign(each.passed(one), each.passed(other));
      if (each.passed(one).trials() > 0 && each.passed(other).trials() > 0) {
        better += sign > 0 ? 1 : 0;
        worse += sign < 0 ? 1 : 0;
        ties += sign == 0 ? 1 : 0;
      }
    }
    return new SignTest(better, worse, ties);
  }

  /** Whether the share of one that passed is larger, or smaller. */
  static int sign(Cluster one, Cluster other) {
    return Long.compare((long) one.passed() * other.trials(), (long) other.passed() * one.trials());
  }
}
