package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.stats.PassRate.Cluster;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row for each case, a column for each variant. */
final class CaseTable {
  private static final int SHORT = 300;

  private final Report report;
  private final @Nullable Baseline baseline;

  CaseTable(Report report, @Nullable Baseline baseline) {
    this.report = report;
    this.baseline = baseline;
  }

  String table() {
    Html html = new Html().markup("<table class=\"cases\"><thead><tr><th>case</th><th>input</th>");
    report.variants().forEach(variant -> html.element("th", variant));
    html.markup("</tr></thead><tbody>\n");
    int number = 0;
    for (CaseReport each : report.cases()) {
      row(html, each, number++);
    }
    return html.markup("</tbody></table>").toString();
  }

  /** The place of a case in the page. */
  static String anchor(int number) {
    return "case-" + number;
  }

  private void row(Html html, CaseReport each, int number) {
    html.markup("<tr id=\"" + anchor(number) + "\" class=\"" + marks(each) + "\"><td>");
    html.text(each.id()).markup("</td><td>");
    shortened(html, each.input());
    html.markup("</td>");
    for (int i = 0; i < report.variants().size(); i++) {
      html.markup("<td>");
      cell(html, each, i);
      html.markup("</td>");
    }
    html.markup("</tr>\n");
  }

  private String marks(CaseReport each) {
    List<String> marks = new ArrayList<>();
    if (each.trials().stream().anyMatch(trial -> trial.outcome() == Outcome.WRONG)) {
      marks.add("is-bad");
    }
    if (each.trials().stream().anyMatch(trial -> !trial.outcome().isGraded())) {
      marks.add("is-failed");
    }
    for (int i = 0; i < report.variants().size(); i++) {
      int sign = change(each, i);
      marks.add(sign > 0 ? "is-better" : sign < 0 ? "is-worse" : "");
      Cluster first = each.passed(0);
      Cluster own = each.passed(i);
      if (first.trials() > 0 && own.trials() > 0 && Report.sign(first, own) != 0) {
        marks.add("is-differ");
      }
    }
    return String.join(" ", marks.stream().filter(mark -> !mark.isEmpty()).distinct().toList());
  }

  /** Since the baseline: above 0 is better. */
  private int change(CaseReport each, int variant) {
    Cluster now = each.passed(variant);
    Cluster then = baseline == null ? null : baseline.of(report.variants().get(variant), each.id());
    return then == null || now.trials() == 0 ? 0 : Report.sign(now, then);
  }

  private void cell(Html html, CaseReport each, int variant) {
    List<TrialReport> trials = each.of(variant);
    if (trials.isEmpty()) {
      html.element("span class=\"tag warn\"", "not run");
      return;
    }
    Cluster passed = each.passed(variant);
    String kind =
        passed.trials() == 0 ? "warn" : passed.passed() == passed.trials() ? "good" : "bad";
    html.element(
        "span class=\"tag " + kind + "\"", passed.passed() + " of " + passed.trials() + " passed");
    int sign = change(each, variant);
    if (sign != 0) {
      html.markup(" ")
          .element(
              "span class=\"tag " + (sign > 0 ? "good" : "bad") + "\"",
              sign > 0 ? "better" : "worse");
    }
    html.markup(" ").element("span class=\"soft\"", figures(trials));
    Map<String, List<TrialReport>> same = new LinkedHashMap<>();
    for (TrialReport trial : trials) {
      String what = trial.outcome() + "\u0000" + trial.answer() + "\u0000" + trial.why();
      same.computeIfAbsent(what, key -> new ArrayList<>()).add(trial);
    }
    same.values().forEach(alike -> answer(html, alike));
  }

  private static String figures(List<TrialReport> trials) {
    List<CallReport> calls =
        trials.stream().flatMap(t -> t.calls().stream()).filter(call -> !call.judge()).toList();
    BigDecimal cost =
        calls.stream()
            .map(CallReport::cost)
            .filter(Objects::nonNull)
            .reduce(BigDecimal::add)
            .orElse(null);
    long millis = trials.stream().mapToLong(TrialReport::millis).sum() / trials.size();
    return "%s + %s tokens, %s, %s"
        .formatted(
            Figures.count(calls.stream().mapToLong(CallReport::promptTokens).sum()),
            Figures.count(calls.stream().mapToLong(CallReport::completionTokens).sum()),
            Figures.dollars(cost),
            Figures.millis(millis));
  }

  private static void answer(Html html, List<TrialReport> alike) {
    TrialReport trial = alike.get(0);
    html.markup("<div class=\"answer " + trial.outcome() + "\">");
    if (alike.size() > 1) {
      html.element("span class=\"soft\"", "× " + alike.size());
    }
    shortened(html, trial.answer());
    String why = trial.why();
    if (!why.isEmpty()) {
      html.element("div class=\"why\"", why);
    }
    for (GradeReport grade : trial.grades()) {
      html.element(
          "span class=\"tag " + (grade.passed() ? "good" : "bad") + "\"",
          grade.name()
              + (grade.score() > 0 && grade.score() < 1
                  ? " " + Figures.percent(grade.score())
                  : ""));
      html.markup(" ");
    }
    notes(html, trial);
    html.markup("</div>");
  }

  /** What happened on the way to the answer. */
  private static void notes(Html html, TrialReport trial) {
    int retries = trial.calls().stream().mapToInt(CallReport::retries).sum();
    if (retries > 0) {
      html.element("span class=\"tag warn\"", retries + (retries == 1 ? " retry" : " retries"));
    }
    trial.calls().stream()
        .filter(call -> !call.fellBackFrom().isEmpty())
        .forEach(call -> html.element("span class=\"tag warn\"", "answered by " + call.model()));
  }

  private static void shortened(Html html, String text) {
    if (text.length() <= SHORT) {
      html.element("pre dir=\"auto\"", text);
      return;
    }
    int cut = Character.isHighSurrogate(text.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
    html.markup("<details><summary>");
    html.element("pre dir=\"auto\"", text.substring(0, cut) + "…").markup("</summary>");
    html.element("pre dir=\"auto\"", text).markup("</details>");
  }
}
