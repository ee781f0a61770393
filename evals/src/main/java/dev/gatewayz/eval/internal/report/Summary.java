package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.stats.PassRate;
import dev.gatewayz.eval.internal.stats.PassRate.Cluster;
import dev.gatewayz.eval.internal.stats.Quantiles;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one variant.
 *
 * @param variant its name
 * @param hash of the prompts that were evaluated, without those of judges
 * @param passRate of its graded trials
 * @param graders the pass rate of each grader, by name
 * @param failed trials that could not be graded
 * @param notRun trials that were not begun, or not ended, when the run stopped
 * @param cost of all calls whose cost is known, in US dollars, {@code null} if none is
 * @param judgeCost the part of it that judges took
 * @param unpriced calls whose cost nobody knows
 * @param costs of the evaluated calls of one trial, on average, {@code null} if not known
 * @param p50 how long half of the trials took at most, in milliseconds
 * @param p95 how long 95 % of the trials took at most
 * @param promptTokens of the evaluated calls
 * @param completionTokens of the evaluated calls
 * @param retries requests that repeated one that had failed
 * @param answeredBy how many evaluated calls each model answered
 * @param fellBack how many evaluated calls another model answered than was asked
 */
public record Summary(
    String variant,
    String hash,
    PassRate passRate,
    Map<String, PassRate> graders,
    long failed,
    long notRun,
    @Nullable BigDecimal cost,
    @Nullable BigDecimal judgeCost,
    long unpriced,
    @Nullable BigDecimal costs,
    long p50,
    long p95,
    long promptTokens,
    long completionTokens,
    long retries,
    Map<String, Long> answeredBy,
    long fellBack) {

  private static final int COST_DIGITS = 8;

  static Summary of(Report report, int variant) {
    List<TrialReport> trials =
        report.cases().stream().flatMap(each -> each.of(variant).stream()).toList();
    List<CallReport> calls = trials.stream().flatMap(trial -> trial.calls().stream()).toList();
    List<CallReport> evaluated = calls.stream().filter(call -> !call.judge()).toList();
    List<CallReport> judges = calls.stream().filter(CallReport::judge).toList();
    List<TrialReport> graded = trials.stream().filter(t -> t.outcome().isGraded()).toList();
    Quantiles times = new Quantiles(graded.stream().mapToLong(TrialReport::millis).toArray());
    long failed = trials.stream().filter(t -> t.outcome() == Outcome.FAILED).count();
    BigDecimal evaluatedCost = cost(evaluated);
    return new Summary(
        report.variants().get(variant),
        hash(evaluated),
        PassRate.ofCases(report.cases().stream().map(each -> each.passed(variant)).toList()),
        graders(report, variant),
        failed,
        (long) report.cases().size() * report.repeat() - graded.size() - failed,
        cost(calls),
        cost(judges),
        calls.stream().filter(call -> call.cost() == null && call.failure() == null).count(),
        evaluatedCost == null || graded.isEmpty()
            ? null
            : evaluatedCost.divide(
                BigDecimal.valueOf(graded.size()), COST_DIGITS, java.math.RoundingMode.HALF_UP),
        times.at(0.5),
        times.at(0.95),
        evaluated.stream().mapToLong(CallReport::promptTokens).sum(),
        evaluated.stream().mapToLong(CallReport::completionTokens).sum(),
        calls.stream().mapToLong(CallReport::retries).sum(),
        evaluated.stream()
            .filter(call -> call.failure() == null)
            .collect(Collectors.groupingBy(CallReport::model, TreeMap::new, Collectors.counting())),
        evaluated.stream()
            .filter(call -> call.failure() == null && !call.fellBackFrom().isEmpty())
            .count());
  }

  private static @Nullable BigDecimal cost(List<CallReport> calls) {
    return calls.stream()
        .map(CallReport::cost)
        .filter(Objects::nonNull)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private static String hash(List<CallReport> calls) {
    Set<String> hashes = new TreeSet<>();
    calls.stream().map(CallReport::hash).filter(hash -> !hash.isEmpty()).forEach(hashes::add);
    return String.join("+", hashes);
  }

  /** Of each grader over the trials that it graded. */
  private static Map<String, PassRate> graders(Report report, int variant) {
    Set<String> names = new LinkedHashSet<>();
    report.cases().stream()
        .flatMap(each -> each.of(variant).stream())
        .flatMap(trial -> trial.grades().stream())
        .forEach(grade -> names.add(grade.name()));
    Map<String, PassRate> rates = new LinkedHashMap<>();
    for (String name : names) {
      List<Cluster> clusters = new ArrayList<>();
      for (CaseReport each : report.cases()) {
        List<GradeReport> grades =
            each.of(variant).stream()
                .flatMap(trial -> trial.grades().stream())
                .filter(grade -> grade.name().equals(name))
                .toList();
        int passed = (int) grades.stream().filter(GradeReport::passed).count();
        clusters.add(new Cluster(passed, grades.size()));
      }
      rates.put(name, PassRate.ofCases(clusters));
    }
    return rates;
  }
}
