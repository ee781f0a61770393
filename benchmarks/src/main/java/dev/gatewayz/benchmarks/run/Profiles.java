package dev.gatewayz.benchmarks.run;

import dev.gatewayz.benchmarks.client.Kind;
import dev.gatewayz.benchmarks.process.LineProcess;
import dev.gatewayz.benchmarks.profile.FlameGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Flame graphs of what a client does, warm. */
public final class Profiles {
  /** Deep enough for Netty below us; more exact than at safepoints only. */
  private static final String DETAIL =
      "-XX:FlightRecorderOptions=stackdepth=256;-XX:+UnlockDiagnosticVMOptions;-XX:+DebugNonSafepoints";

  private Profiles() {}

  /** Writes a page for each work of a scenario, and prints where. */
  public static void write(String scenario, Settings settings)
      throws IOException, InterruptedException {
    Path folder = Version.running().classes().resolveSibling("profiles");
    for (Kind kind : settings.clients(Kind.GATEWAYZ)) {
      for (Work work : Work.of(scenario, settings)) {
        Path page = folder.resolve(kind.label() + "-" + work.name() + ".html");
        write(kind, work, settings.withJvmOptions(DETAIL), page);
        System.out.println(page);
      }
    }
  }

  private static void write(Kind kind, Work work, Settings settings, Path page)
      throws IOException, InterruptedException {
    Path recording = Files.createTempFile("gatewayz", ".jfr");
    try (Lab lab = Lab.open(settings);
        LineProcess client = lab.client(kind, settings.number("loops", 0));
        Rounds rounds = new Rounds(settings).add(work.name(), client, work)) {
      rounds.run(0);
      client.measure("record " + recording + " 0 0");
      rounds.run(settings.number("rounds", 20));
      client.measure("recorded " + recording + " 0 0");
      FlameGraph.of(recording).write(kind.label() + ", " + work.command().strip(), page);
    } finally {
      Files.delete(recording);
    }
  }
}
