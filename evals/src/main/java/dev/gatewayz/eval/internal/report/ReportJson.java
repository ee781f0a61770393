package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.json.JsonTree;
import dev.gatewayz.eval.internal.stats.PassRate;
import dev.gatewayz.eval.internal.stats.SignTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report as JSON, for programs: its figures first, then a line for each case. */
public final class ReportJson {
  private ReportJson() {}

  /** The whole document. */
  public static String of(Report report, List<Change> changes) {
    StringBuilder text = new StringBuilder("{\n");
    head(report, changes)
        .forEach(
            (name, value) ->
                text.append('"')
                    .append(name)
                    .append("\": ")
                    .append(JsonTree.text(value))
                    .append(",\n"));
    text.append("\"cases\": [");
    String between = "\n";
    for (CaseReport each : report.cases()) {
      text.append(between).append(JsonTree.text(one(each, report)));
      between = ",\n";
    }
    return text.append("\n]\n}\n").toString();
  }

  private static Map<String, @Nullable Object> head(Report report, List<Change> changes) {
    Map<String, @Nullable Object> head = new LinkedHashMap<>();
    head.put("evaluation", report.name());
    head.put("started", report.started().toString());
    head.put("millis", report.took().toMillis());
    head.put("repeat", report.repeat());
    head.put("passAt", report.passAt());
    head.put("maxFailureRate", report.maxFailureRate());
    head.put("budget", report.budget().isEmpty() ? null : report.budget());
    head.put("partial", report.stopped() != null);
    head.put("stopped", report.stopped());
    head.put("variants", report.summaries().stream().map(ReportJson::summary).toList());
    head.put("comparisons", comparisons(report));
    head.put("changes", changes.stream().map(ReportJson::change).toList());
    return head;
  }

  private static Map<String, @Nullable Object> summary(Summary summary) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", summary.variant());
    json.put("hash", summary.hash());
    json.putAll(rate(summary.passRate()));
    json.put("failed", summary.failed());
    json.put("notRun", summary.notRun());
    json.put("cost", summary.cost());
    json.put("judgeCost", summary.judgeCost());
    json.put("unpricedCalls", summary.unpriced());
    json.put("costOfTrial", summary.costs());
    json.put("p50", summary.p50());
    json.put("p95", summary.p95());
    json.put("promptTokens", summary.promptTokens());
    json.put("completionTokens", summary.completionTokens());
    json.put("retries", summary.retries());
    json.put("answeredBy", summary.answeredBy());
    json.put("fellBack", summary.fellBack());
    Map<String, Object> graders = new LinkedHashMap<>();
    summary.graders().forEach((name, rate) -> graders.put(name, rate(rate)));
    json.put("graders", graders);
    return json;
  }

  private static Map<String, @Nullable Object> rate(PassRate rate) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("passed", rate.passed());
    json.put("graded", rate.trials());
    json.put("rate", rate.rate());
    json.put("low", rate.low());
    json.put("high", rate.high());
    return json;
  }

  private static List<Object> comparisons(Report report) {
    List<Object> pairs = new ArrayList<>();
    for (int one = 0; one < report.variants().size(); one++) {
      for (int other = one + 1; other < report.variants().size(); other++) {
        Map<String, @Nullable Object> pair = new LinkedHashMap<>();
        pair.put("first", report.variants().get(one));
        pair.put("second", report.variants().get(other));
        SignTest test = report.compare(one, other);
        pair.put("firstBetter", test.better());
        pair.put("secondBetter", test.worse());
        pair.put("ties", test.ties());
        pair.put("p", test.p());
        pairs.add(pair);
      }
    }
    return pairs;
  }

  private static Map<String, @Nullable Object> change(Change change) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("variant", change.variant());
    json.put("better", change.better());
    json.put("worse", change.worse());
    json.put("same", change.same());
    json.put("new", change.added());
    json.put("p", change.test().p());
    return json;
  }

  private static Map<String, @Nullable Object> one(CaseReport each, Report report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", each.id());
    json.put("input", input(each.input()));
    json.put("trials", each.trials().stream().map(trial -> trial(trial, report)).toList());
    return json;
  }

  private static @Nullable Object input(String text) {
    try {
      return JsonTree.parse(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static Map<String, @Nullable Object> trial(TrialReport trial, Report report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("variant", report.variants().get(trial.variant()));
    json.put("repetition", trial.repetition());
    json.put("outcome", trial.outcome().name());
    json.put("answer", trial.answer());
    json.put("grades", trial.grades().stream().map(ReportJson::grade).toList());
    json.put("problem", trial.problem());
    json.put("calls", trial.calls().stream().map(ReportJson::call).toList());
    return json;
  }

  private static Map<String, @Nullable Object> grade(GradeReport grade) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("grader", grade.name());
    json.put("passed", grade.passed());
    json.put("score", grade.score());
    json.put("why", grade.why());
    json.put("expected", grade.expected());
    json.put("found", grade.found());
    return json;
  }

  private static Map<String, @Nullable Object> call(CallReport call) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("prompt", call.prompt());
    json.put("hash", call.hash());
    json.put("model", call.model());
    json.put("judge", call.judge());
    json.put("attempts", call.attempts());
    json.put("retries", call.retries());
    json.put("fellBackFrom", call.fellBackFrom());
    json.put("promptTokens", call.promptTokens());
    json.put("completionTokens", call.completionTokens());
    json.put("cost", call.cost());
    json.put("millis", call.millis());
    json.put("failure", call.failure());
    return json;
  }
}
