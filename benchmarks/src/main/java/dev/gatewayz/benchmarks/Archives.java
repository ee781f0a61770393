package dev.gatewayz.benchmarks;

import dev.gatewayz.benchmarks.client.Kind;
import dev.gatewayz.benchmarks.process.LineProcess;
import dev.gatewayz.benchmarks.run.Lab;
import dev.gatewayz.benchmarks.run.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What cold starts find ready, as {@code archive=} says: nothing, an archive of their classes
 * ({@code cds}), or what an earlier run has learned ({@code aot}, Java 25 or later).
 */
final class Archives {
  private final String mode;
  private final Path folder;

  private Archives(String mode, Path folder) {
    this.mode = mode;
    this.folder = folder;
  }

  static Archives of(Settings settings) throws IOException {
    String mode = settings.words("archive", "none").get(0);
    return new Archives(mode, Files.createTempDirectory("gatewayz-archives"));
  }

  /** Has a run of a client write its archive. */
  void write(Lab lab, Kind kind) throws IOException {
    switch (mode) {
      case "none" -> {}
      case "cds" -> learn(lab, kind, "-XX:ArchiveClassesAtExit=");
      case "aot" -> learn(lab, kind, "-XX:AOTCacheOutput=");
      default -> throw new IllegalArgumentException("Write cds or aot instead of " + mode + ".");
    }
  }

  private void learn(Lab lab, Kind kind, String option) throws IOException {
    try (LineProcess process = lab.coldStart(kind, option + file(kind))) {
      process.readLine();
      process.awaitEnd();
    }
    if (!Files.exists(file(kind))) {
      throw new IOException("The JVM has not written " + file(kind) + ".");
    }
  }

  /** Starts a process that makes one call. */
  LineProcess coldStart(Lab lab, Kind kind) throws IOException {
    return switch (mode) {
      case "cds" -> lab.coldStart(kind, "-XX:SharedArchiveFile=" + file(kind));
      case "aot" -> lab.coldStart(kind, "-XX:AOTCache=" + file(kind));
      default -> lab.coldStart(kind);
    };
  }

  private Path file(Kind kind) {
    return folder.resolve(kind.label());
  }
}
