package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.json.JsonTree;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one variant in one run.
 *
 * @param date when the run began
 * @param variant its name
 * @param hash of its prompts
 * @param trials how many were graded
 * @param rate how many of them passed
 * @param low the lower end of the interval
 * @param high its upper end
 * @param cost of 1,000 trials in US dollars, {@code null} if not known
 * @param p50 milliseconds
 * @param p95 milliseconds
 */
public record HistoryPoint(
    String date,
    String variant,
    String hash,
    long trials,
    double rate,
    double low,
    double high,
    @Nullable BigDecimal cost,
    long p50,
    long p95) {

  private static final int DIGITS = 4;

  static HistoryPoint of(Report report, Summary summary) {
    return new HistoryPoint(
        report.started().toString(),
        summary.variant(),
        summary.hash(),
        summary.passRate().trials(),
        rounded(summary.passRate().rate()),
        rounded(summary.passRate().low()),
        rounded(summary.passRate().high()),
        summary.costs() == null ? null : summary.costs().movePointRight(3).stripTrailingZeros(),
        summary.p50(),
        summary.p95());
  }

  private static double rounded(double rate) {
    return BigDecimal.valueOf(rate).setScale(DIGITS, java.math.RoundingMode.HALF_UP).doubleValue();
  }

  /** A line of the file. */
  String text() {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("date", date);
    line.put("variant", variant);
    line.put("hash", hash);
    line.put("trials", trials);
    line.put("rate", rate);
    line.put("low", low);
    line.put("high", high);
    line.put("costOf1000", cost);
    line.put("p50", p50);
    line.put("p95", p95);
    return JsonTree.text(line);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if it is none
   */
  static HistoryPoint read(String text) {
    if (!(JsonTree.parse(text) instanceof Map<?, ?> line)) {
      throw new IllegalArgumentException("It is no JSON object.");
    }
    return new HistoryPoint(
        string(line, "date"),
        string(line, "variant"),
        string(line, "hash"),
        number(line, "trials").longValue(),
        number(line, "rate").doubleValue(),
        number(line, "low").doubleValue(),
        number(line, "high").doubleValue(),
        line.get("costOf1000") instanceof BigDecimal cost ? cost : null,
        number(line, "p50").longValue(),
        number(line, "p95").longValue());
  }

  private static String string(Map<?, ?> line, String name) {
    if (line.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("\"" + name + "\" is no text.");
  }

  private static BigDecimal number(Map<?, ?> line, String name) {
    if (line.get(name) instanceof BigDecimal number) {
      return number;
    }
    throw new IllegalArgumentException("\"" + name + "\" is no number.");
  }
}
