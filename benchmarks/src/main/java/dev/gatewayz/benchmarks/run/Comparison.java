package dev.gatewayz.benchmarks.run;

import dev.gatewayz.benchmarks.client.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Gatewayz as it is now beside Gatewayz as it was: both do the same work in turns, and the floor
 * with them, round by round.
 */
public final class Comparison {
  private static final String NOW = "now";
  private static final String BEFORE = "before";
  private static final String FLOOR = "floor";

  private final Settings settings;
  private final Version before;

  /** A comparison with an earlier build. */
  public Comparison(Settings settings, Version before) {
    this.settings = settings;
    this.before = before;
  }

  /** Measures and prints a table with a row for each work; {@code name} is the earlier build's. */
  public void print(String name, List<Work> works) throws IOException, InterruptedException {
    Table table =
        new Table(
            "",
            "heap B, " + name,
            "heap B, now",
            "× floor, " + name,
            "× floor, now",
            "CPU, now ÷ " + name);
    try (Lab lab = Lab.open(settings)) {
      for (Work work : works) {
        Map<String, Rounds.Result> results = run(lab, work);
        Rounds.Result was = of(results, BEFORE);
        Rounds.Result is = of(results, NOW);
        Series floor = of(results, FLOOR).cpuNanos();
        table.row(
            work.name(),
            String.format(Locale.ROOT, "%.0f", was.allocated().median()),
            String.format(Locale.ROOT, "%.0f", is.allocated().median()),
            was.cpuNanos().over(floor).text("%.2f"),
            is.cpuNanos().over(floor).text("%.2f"),
            is.cpuNanos().over(was.cpuNanos()).text("%.2f"));
      }
    }
    table.print();
  }

  private Map<String, Rounds.Result> run(Lab lab, Work work)
      throws IOException, InterruptedException {
    int loops = settings.number("loops", 0);
    try (Rounds rounds = new Rounds(settings)) {
      return rounds
          .add(FLOOR, lab.client(Kind.FLOOR, loops), work)
          .add(BEFORE, lab.client(before, Kind.GATEWAYZ, loops), work)
          .add(NOW, lab.client(Kind.GATEWAYZ, loops), work)
          .run(settings.number("rounds", 7));
    }
  }

  private static Rounds.Result of(Map<String, Rounds.Result> results, String name) {
    return Objects.requireNonNull(results.get(name), name);
  }
}
