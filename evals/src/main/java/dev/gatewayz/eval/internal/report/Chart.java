package dev.gatewayz.eval.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One figure of all variants over the runs of the history, as a picture. A dashed line stands where
 * the hash of a prompt is another one than in the run before.
 */
final class Chart {
  private static final int WIDTH = 420;
  private static final int HEIGHT = 190;
  private static final int LEFT = 52;
  private static final int RIGHT = 14;
  private static final int TOP = 10;
  private static final int BOTTOM = 34;
  private static final int LINES = 4;
  private static final int COLOURS = 6;
  private static final int SHORT_HASH = 7;

  private final String title;
  private final List<HistoryPoint> points;
  private final List<String> dates;
  private final List<String> variants;
  private final ToDoubleFunction<HistoryPoint> value;
  private final DoubleFunction<String> words;
  private final boolean isRate;

  private Chart(
      String title,
      List<String> variants,
      List<HistoryPoint> points,
      ToDoubleFunction<HistoryPoint> value,
      DoubleFunction<String> words,
      boolean isRate) {
    this.title = title;
    this.points = points;
    this.dates = points.stream().map(HistoryPoint::date).distinct().sorted().toList();
    this.variants = variants;
    this.value = value;
    this.words = words;
    this.isRate = isRate;
  }

  static Chart passRate(List<HistoryPoint> points) {
    return new Chart(
        "Pass rate", variants(points), points, HistoryPoint::rate, Figures::percent, true);
  }

  static Chart cost(List<HistoryPoint> points) {
    return new Chart(
        "Cost of 1,000 trials",
        variants(points),
        points.stream().filter(point -> point.cost() != null).toList(),
        point -> point.cost() == null ? 0 : point.cost().doubleValue(),
        dollars -> Figures.dollars(java.math.BigDecimal.valueOf(dollars)),
        false);
  }

  static Chart latency(List<HistoryPoint> points) {
    return new Chart(
        "Latency, p50 and up to p95",
        variants(points),
        points,
        HistoryPoint::p50,
        millis -> Figures.millis(Math.round(millis)),
        false);
  }

  private static List<String> variants(List<HistoryPoint> points) {
    return points.stream().map(HistoryPoint::variant).distinct().toList();
  }

  private double top() {
    double most =
        points.stream()
            .mapToDouble(point -> Math.max(value.applyAsDouble(point), high(point)))
            .max()
            .orElse(1);
    return isRate ? 1 : most <= 0 ? 1 : most * 1.1;
  }

  private double high(HistoryPoint point) {
    return isRate ? point.high() : title.startsWith("Latency") ? point.p95() : value(point);
  }

  private double low(HistoryPoint point) {
    return isRate ? point.low() : value(point);
  }

  private double value(HistoryPoint point) {
    return value.applyAsDouble(point);
  }

  private double x(HistoryPoint point) {
    int place = dates.indexOf(point.date());
    double width = WIDTH - LEFT - RIGHT;
    return dates.size() == 1
        ? LEFT + width / 2
        : LEFT + 8 + (width - 16) * place / (dates.size() - 1);
  }

  private double y(double figure) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - figure / top());
  }

  String figure() {
    Html html = new Html().markup("<figure>").element("figcaption", title);
    html.markup("<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"");
    html.text(title).markup("\">");
    grid(html);
    hashes(html);
    for (int i = 0; i < variants.size(); i++) {
      line(html, i);
    }
    return html.markup("</svg></figure>").toString();
  }

  private void grid(Html html) {
    for (int i = 0; i <= LINES; i++) {
      double figure = top() * i / LINES;
      html.markup(
          "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>"
              .formatted(LEFT, WIDTH - RIGHT, px(y(figure)), px(y(figure))));
      html.markup(
          "<text x=\"%d\" y=\"%s\" text-anchor=\"end\">".formatted(LEFT - 6, px(y(figure) + 3)));
      html.text(words.apply(figure)).markup("</text>");
    }
  }

  /** What the prompts were in each run; a line where that has changed. */
  private void hashes(Html html) {
    String before = "";
    double labelled = Double.NEGATIVE_INFINITY;
    for (String date : dates) {
      List<HistoryPoint> run = points.stream().filter(point -> point.date().equals(date)).toList();
      String hash =
          run.stream().map(HistoryPoint::hash).distinct().collect(Collectors.joining(" "));
      if (!hash.equals(before)) {
        double x = x(run.get(0));
        html.markup(
            "<line class=\"hash\" x1=\"%s\" x2=\"%s\" y1=\"%d\" y2=\"%d\"><title>"
                .formatted(px(x), px(x), TOP, HEIGHT - BOTTOM));
        html.text(hash).markup("</title></line>");
        if (x - labelled > 50) {
          html.markup(
              "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">"
                  .formatted(px(x), HEIGHT - BOTTOM + 14));
          html.text(hash.length() > SHORT_HASH ? hash.substring(0, SHORT_HASH) : hash);
          html.markup("</text>");
          html.markup(
              "<text x=\"%s\" y=\"%d\" text-anchor=\"middle\">"
                  .formatted(px(x), HEIGHT - BOTTOM + 26));
          html.text(date.substring(0, Math.min(date.length(), 10))).markup("</text>");
          labelled = x;
        }
      }
      before = hash;
    }
  }

  private void line(Html html, int variant) {
    List<HistoryPoint> own =
        points.stream().filter(point -> point.variant().equals(variants.get(variant))).toList();
    List<String> corners = new ArrayList<>();
    own.forEach(point -> corners.add(px(x(point)) + "," + px(y(value(point)))));
    html.markup("<g class=\"s" + variant % COLOURS + "\"><polyline points=\"");
    html.markup(String.join(" ", corners)).markup("\"/>");
    for (HistoryPoint point : own) {
      html.markup(
          "<line class=\"range\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
              .formatted(px(x(point)), px(x(point)), px(y(low(point))), px(y(high(point)))));
      html.markup(
          "<circle cx=\"%s\" cy=\"%s\" r=\"3\"><title>"
              .formatted(px(x(point)), px(y(value(point)))));
      html.text(
              point.variant()
                  + ", "
                  + point.date()
                  + ", "
                  + words.apply(value(point))
                  + ", "
                  + point.hash())
          .markup("</title></circle>");
    }
    html.markup("</g>");
  }

  private static String px(double place) {
    return String.format(Locale.ROOT, "%.1f", place);
  }

  /** What the colours mean. */
  static String legend(List<HistoryPoint> points) {
    Html html = new Html().markup("<p class=\"soft\">");
    List<String> variants = variants(points);
    for (int i = 0; i < variants.size(); i++) {
      html.markup("<span class=\"key s" + i % COLOURS + "\"></span>").text(variants.get(i));
    }
    return html.markup("</p>").toString();
  }
}
