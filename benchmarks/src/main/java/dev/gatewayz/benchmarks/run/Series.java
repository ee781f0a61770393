package dev.gatewayz.benchmarks.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;

/** The same figure from several rounds. */
public final class Series {
  private final List<Double> values = new ArrayList<>();

  /** Adds the figure of a round. */
  public void add(double value) {
    values.add(value);
  }

  /** The figures, round by round. */
  public void forEach(DoubleConsumer consumer) {
    values.forEach(consumer::accept);
  }

  /** The figure of a round. */
  double get(int round) {
    return values.get(round);
  }

  int size() {
    return values.size();
  }

  /** The middle one. */
  public double median() {
    if (values.isEmpty()) {
      return Double.NaN;
    }
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** This divided by another, round by round: what both suffered from alike falls out. */
  public Series over(Series other) {
    Series ratios = new Series();
    for (int i = 0; i < Math.min(size(), other.size()); i++) {
      ratios.add(get(i) / other.get(i));
    }
    return ratios;
  }

  /** Median, and the smallest and the largest. */
  public String text(String format) {
    if (values.isEmpty()) {
      return "–";
    }
    return String.format(
        Locale.ROOT,
        format + " [" + format + "–" + format + "]",
        median(),
        Collections.min(values),
        Collections.max(values));
  }
}
