package dev.gatewayz.benchmarks.run;

import dev.gatewayz.benchmarks.client.Kind;
import dev.gatewayz.benchmarks.process.Figures;
import dev.gatewayz.benchmarks.process.LineProcess;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds in which clients take turns: each does the same work for about half a second of processor
 * time while the others are idle, so that a noisy machine is equally noisy to all of them. Time on
 * processors counts, not time that passes: on a busy machine a client must be just as warm.
 */
public final class Rounds implements AutoCloseable {
  private static final double ROUND_NANOS = 5e8;
  private static final int WARM_UP_SECONDS = 4;

  /**
   * How long with TLS. Java 17 runs AES-GCM as Java code until what calls it once a record has been
   * compiled, and a record holds dozens of requests.
   */
  private static final int TLS_WARM_UP_SECONDS = 20;

  private final Map<String, Contestant> contestants = new LinkedHashMap<>();
  private final double warmUpNanos;

  /** Rounds of nobody yet, as the settings want them. */
  public Rounds(Settings settings) {
    this(settings, settings.isSecure());
  }

  /** The same where TLS is used whatever the settings say, or is not. */
  public Rounds(Settings settings, boolean isSecure) {
    int usual = isSecure ? TLS_WARM_UP_SECONDS : WARM_UP_SECONDS;
    this.warmUpNanos = settings.number("warmUp", usual) * 1e9;
  }

  private static final class Contestant {
    final LineProcess process;
    final Work work;

    /** As many as are to be under way at once. */
    final int least;

    int total;
    final Series cpu = new Series();
    final Series allocated = new Series();
    final Series perSecond = new Series();

    Contestant(LineProcess process, Work work) {
      this.process = process;
      this.work = work;
      this.least = work.inFlight();
    }
  }

  /** What there is to tell about a contestant: CPU, allocation, units a second. */
  public record Result(Series cpuNanos, Series allocated, Series perSecond) {}

  /** Rounds between clients that do the same. */
  public static Rounds between(Lab lab, List<Kind> kinds, int loops, Work work)
      throws IOException, InterruptedException {
    Rounds rounds = new Rounds(lab.settings());
    for (Kind kind : kinds) {
      rounds.add(kind.label(), lab.client(kind, loops), work);
    }
    return rounds;
  }

  /** Adds a contestant. */
  public Rounds add(String name, LineProcess process, Work work) {
    contestants.put(name, new Contestant(process, work));
    return this;
  }

  /** Warms each contestant up, then has them take turns. */
  public Map<String, Result> run(int rounds) throws IOException {
    for (Contestant contestant : contestants.values()) {
      warmUp(contestant);
    }
    for (int i = 0; i < rounds; i++) {
      for (Contestant contestant : contestants.values()) {
        round(contestant);
      }
    }
    Map<String, Result> results = new LinkedHashMap<>();
    contestants.forEach(
        (name, one) -> results.put(name, new Result(one.cpu, one.allocated, one.perSecond)));
    return results;
  }

  /** Doubles the work until a turn takes long enough, and goes on until all has been compiled. */
  private void warmUp(Contestant contestant) throws IOException {
    int total = contestant.least;
    double spent = 0;
    double perAnswer = 0;
    while (spent < warmUpNanos) {
      double cpu = contestant.process.measure(contestant.work.command() + total).get("cpu");
      spent += cpu;
      perAnswer = cpu / total;
      if (cpu < ROUND_NANOS / 2) {
        total *= 2;
      }
    }
    contestant.total = (int) Math.max(contestant.least, ROUND_NANOS / perAnswer);
  }

  private static void round(Contestant contestant) throws IOException {
    Work work = contestant.work;
    Figures figures = contestant.process.measure(work.command() + contestant.total);
    double units = contestant.total * Math.max(1.0, work.pieces());
    contestant.cpu.add(figures.get("cpu") / units);
    contestant.allocated.add(figures.get("allocated") / units);
    contestant.perSecond.add(units * 1e9 / figures.get("wall"));
  }

  @Override
  public void close() {
    for (Contestant contestant : contestants.values()) {
      contestant.process.close();
    }
  }
}
