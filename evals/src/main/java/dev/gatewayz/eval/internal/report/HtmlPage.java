package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.stats.PassRate;
import dev.gatewayz.eval.internal.stats.SignTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A report as a page that loads nothing from elsewhere and runs no script. */
final class HtmlPage {
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final int MOST_LISTED = 50;

  private final Report report;
  private final List<Summary> summaries;
  private final List<Change> changes;
  private final @Nullable Baseline baseline;
  private final List<HistoryPoint> points;

  /**
   * A page.
   *
   * @param points the history, and this run as its last
   */
  HtmlPage(
      Report report, List<Change> changes, @Nullable Baseline baseline, List<HistoryPoint> points) {
    this.report = report;
    this.summaries = report.summaries();
    this.changes = changes;
    this.baseline = baseline;
    this.points = points;
  }

  String text() {
    Map<String, String> parts =
        Map.of(
            "title", Html.escaped(report.name()),
            "subtitle", subtitle(),
            "notice", notice(),
            "variants", variants(),
            "comparisons", comparisons(),
            "changes", changes(),
            "charts", charts(),
            "filters", filters(),
            "cases", new CaseTable(report, baseline).table());
    // In one pass: what a part says is not looked at again.
    return PLACE
        .matcher(template())
        .replaceAll(place -> Matcher.quoteReplacement(parts.getOrDefault(place.group(1), "")));
  }

  private static String template() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("page.html")) {
      if (in == null) {
        throw new IllegalStateException("page.html is missing from gatewayz-evals.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String subtitle() {
    return Html.escaped(
        "%s, %s cases, each %s, in %s; passes at %s%s"
            .formatted(
                report.started().truncatedTo(ChronoUnit.SECONDS),
                Figures.count(report.cases().size()),
                report.repeat() == 1 ? "once" : report.repeat() + " times",
                Figures.millis(report.took().toMillis()),
                Figures.percent(report.passAt()),
                report.budget().isEmpty() ? "" : ", budget $" + report.budget()));
  }

  private String notice() {
    return report.stopped() == null
        ? ""
        : new Html()
            .markup("<div class=\"notice\"><strong>Partial.</strong> ")
            .text(report.stopped())
            .markup("</div>")
            .toString();
  }

  private String variants() {
    Set<String> graders = new LinkedHashSet<>();
    summaries.forEach(one -> graders.addAll(one.graders().keySet()));
    if (graders.size() == 1) {
      graders.clear();
    }
    Html html = new Html().markup("<table><thead><tr><th>variant</th><th>passed</th>");
    graders.forEach(grader -> html.element("th", grader));
    for (String head :
        List.of(
            "graded",
            "failed",
            "not run",
            "retries",
            "cost",
            "of judges",
            "of 1,000 trials",
            "p50",
            "p95",
            "tokens in + out")) {
      html.element("th class=\"n\"", head);
    }
    html.markup("<th>answered by</th><th>prompt hash</th></tr></thead><tbody>");
    summaries.forEach(one -> variant(html, one, graders));
    return html.markup("</tbody></table>").toString();
  }

  private void variant(Html html, Summary one, Set<String> graders) {
    html.markup("<tr>").element("td", one.variant()).markup("<td>");
    boolean isEnough = one.passRate().trials() > 0 && one.passRate().rate() >= report.passAt();
    html.element(
        "span class=\"tag " + (isEnough ? "good" : "bad") + "\"", Figures.rate(one.passRate()));
    html.markup(bar(one.passRate())).markup("</td>");
    for (String grader : graders) {
      PassRate rate = one.graders().get(grader);
      html.element("td", rate == null ? "–" : Figures.rate(rate));
    }
    for (String figure :
        List.of(
            Figures.count(one.passRate().trials()),
            Figures.count(one.failed()),
            Figures.count(one.notRun()),
            Figures.count(one.retries()),
            Figures.dollars(one.cost()) + (one.unpriced() > 0 ? " + ?" : ""),
            Figures.dollars(one.judgeCost()),
            Figures.dollars(one.costs() == null ? null : one.costs().movePointRight(3)),
            Figures.millis(one.p50()),
            Figures.millis(one.p95()),
            Figures.count(one.promptTokens()) + " + " + Figures.count(one.completionTokens()))) {
      html.element("td class=\"n\"", figure);
    }
    html.element(
        "td",
        one.answeredBy().entrySet().stream()
                .map(each -> each.getKey() + " × " + Figures.count(each.getValue()))
                .collect(Collectors.joining(", "))
            + (one.fellBack() > 0 ? "; " + Figures.count(one.fellBack()) + " as fallback" : ""));
    html.markup("<td>").element("code", one.hash()).markup("</td></tr>");
  }

  private static String bar(PassRate rate) {
    return rate.trials() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "<span class=\"bar\"><i style=\"left:%.1f%%;width:%.1f%%\"></i><b style=\"left:%.1f%%\"></b></span>",
            100 * rate.low(),
            100 * (rate.high() - rate.low()),
            100 * rate.rate());
  }

  private String comparisons() {
    if (summaries.size() < 2) {
      return "";
    }
    Html html =
        new Html()
            .markup("<h2>Over the same cases</h2><div class=\"scroll\"><table><thead><tr>")
            .markup("<th>first</th><th>second</th><th class=\"n\">first better</th>")
            .markup("<th class=\"n\">second better</th><th class=\"n\">ties</th>")
            .markup("<th class=\"n\">p (sign test)</th></tr></thead><tbody>");
    for (int one = 0; one < summaries.size(); one++) {
      for (int other = one + 1; other < summaries.size(); other++) {
        SignTest test = report.compare(one, other);
        html.markup("<tr>")
            .element("td", summaries.get(one).variant())
            .element("td", summaries.get(other).variant())
            .element("td class=\"n\"", Figures.count(test.better()))
            .element("td class=\"n\"", Figures.count(test.worse()))
            .element("td class=\"n\"", Figures.count(test.ties()))
            .element("td class=\"n\"", Figures.p(test.p()))
            .markup("</tr>");
      }
    }
    return html.markup("</tbody></table></div>").toString();
  }

  private String changes() {
    if (changes.isEmpty()) {
      return "";
    }
    Html html =
        new Html()
            .markup("<h2>Since the baseline</h2><div class=\"scroll\"><table><thead><tr>")
            .markup("<th>variant</th><th>better</th><th>worse</th><th class=\"n\">same</th>")
            .markup(
                "<th class=\"n\">new</th><th class=\"n\">p (sign test)</th></tr></thead><tbody>");
    for (Change change : changes) {
      html.markup("<tr>").element("td", change.variant());
      ids(html, change.better());
      ids(html, change.worse());
      html.element("td class=\"n\"", Figures.count(change.same()))
          .element("td class=\"n\"", Figures.count(change.added()))
          .element("td class=\"n\"", Figures.p(change.test().p()))
          .markup("</tr>");
    }
    return html.markup("</tbody></table></div>").toString();
  }

  private void ids(Html html, List<String> ids) {
    List<String> all = report.cases().stream().map(CaseReport::id).toList();
    html.markup("<td>").text(Figures.count(ids.size()) + (ids.isEmpty() ? "" : ": "));
    ids.stream()
        .limit(MOST_LISTED)
        .forEach(
            id ->
                html.markup("<a href=\"#" + CaseTable.anchor(all.indexOf(id)) + "\">")
                    .text(id)
                    .markup("</a> "));
    html.markup(ids.size() > MOST_LISTED ? "…</td>" : "</td>");
  }

  private String charts() {
    return points.isEmpty()
        ? ""
        : "<h2>Over the history, by prompt hash</h2><div class=\"charts\">"
            + Chart.passRate(points).figure()
            + Chart.cost(points).figure()
            + Chart.latency(points).figure()
            + "</div>"
            + Chart.legend(points);
  }

  private String filters() {
    Html html = new Html();
    filter(html, "all", "all", true);
    filter(html, "bad", "with wrong answers", false);
    filter(html, "failed", "failed or not run", false);
    if (summaries.size() > 1) {
      filter(html, "differ", "where variants differ", false);
    }
    if (!changes.isEmpty()) {
      filter(html, "better", "got better", false);
      filter(html, "worse", "got worse", false);
    }
    return html.toString();
  }

  private static void filter(Html html, String name, String words, boolean isChecked) {
    html.markup(
        "<input type=\"radio\" name=\"show\" id=\"show-%s\"%s> <label for=\"show-%s\">%s</label>"
            .formatted(name, isChecked ? " checked" : "", name, words));
  }
}
