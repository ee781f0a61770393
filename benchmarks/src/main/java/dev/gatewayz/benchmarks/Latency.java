package dev.gatewayz.benchmarks;

import dev.gatewayz.benchmarks.client.Kind;
import dev.gatewayz.benchmarks.process.Figures;
import dev.gatewayz.benchmarks.process.LineProcess;
import dev.gatewayz.benchmarks.run.Lab;
import dev.gatewayz.benchmarks.run.Series;
import dev.gatewayz.benchmarks.run.Settings;
import dev.gatewayz.benchmarks.run.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The time to the first piece of streams that begin at a steady rate, a part of what the slowest
 * client can take at most; the same rate for all.
 */
final class Latency {
  private static final String CLOSED = "streams bench/stream 64 ";
  private static final int WARM_UP = 4_000;
  private static final int SATURATING = 1_000;

  private final Settings settings;
  private final List<Contestant> contestants = new ArrayList<>();

  private static final class Contestant {
    final Kind kind;
    final LineProcess process;
    Series p50 = new Series();
    Series p99 = new Series();

    Contestant(Kind kind, LineProcess process) {
      this.kind = kind;
      this.process = process;
    }
  }

  private Latency(Settings settings) {
    this.settings = settings;
  }

  static void measure(Settings settings) throws IOException, InterruptedException {
    Latency latency = new Latency(settings);
    try (Lab lab = Lab.open(settings)) {
      for (Kind kind : settings.clients(Kind.FLOOR, Kind.GATEWAYZ)) {
        LineProcess process = lab.client(kind, settings.number("loops", 0));
        latency.contestants.add(new Contestant(kind, process));
      }
      latency.run();
    } finally {
      latency.contestants.forEach(one -> one.process.close());
    }
  }

  private void run() throws IOException {
    double most = settings.number("most", 0);
    for (Contestant one : contestants) {
      one.process.measure(CLOSED + settings.number("warmUp", WARM_UP));
    }
    if (most == 0) {
      most = Double.MAX_VALUE;
      for (Contestant one : contestants) {
        most = Math.min(most, saturation(one));
      }
    }
    Table table = new Table("load", "streams/s", "client", "p50 µs", "p99 µs", "p99 × floor");
    for (int percent : settings.numbers("load", "50,80")) {
      int rate = (int) Math.max(1, most * percent / 100);
      turns(rate);
      Series floor = null;
      for (Contestant one : contestants) {
        floor = one.kind == Kind.FLOOR ? one.p99 : floor;
        table.row(
            percent + " %",
            Integer.toString(rate),
            one.kind.label(),
            one.p50.text("%.0f"),
            one.p99.text("%.0f"),
            floor == null ? "" : one.p99.over(floor).text("%.2f"));
      }
    }
    table.print();
  }

  /** Streams a second when 64 are always under way. */
  private static double saturation(Contestant one) throws IOException {
    double best = 0;
    for (int i = 0; i < 3; i++) {
      Figures figures = one.process.measure(CLOSED + SATURATING);
      best = Math.max(best, SATURATING * 1e9 / figures.get("wall"));
    }
    return best;
  }

  private void turns(int rate) throws IOException {
    int total = rate * settings.number("seconds", 3);
    for (Contestant one : contestants) {
      one.p50 = new Series();
      one.p99 = new Series();
    }
    for (int round = 0; round < settings.number("rounds", 5); round++) {
      for (Contestant one : contestants) {
        Figures figures = one.process.measure("paced bench/stream:first " + rate + " " + total);
        one.p50.add(figures.get("p50") / 1e3);
        one.p99.add(figures.get("p99") / 1e3);
      }
    }
  }
}
