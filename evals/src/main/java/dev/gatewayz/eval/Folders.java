package dev.gatewayz.eval;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where files are, and what is done with them, as system properties or the environment say. */
final class Folders {
  private Folders() {}

  /** Of reports: beside what else the build makes. */
  static Path reports() {
    String folder = setting("gatewayz.evals.reports", "GATEWAYZ_EVALS_REPORTS");
    if (folder != null) {
      return Path.of(folder);
    }
    boolean isMaven = Files.exists(base().resolve("pom.xml"));
    return base().resolve(isMaven ? "target" : "build").resolve("gatewayz-evals");
  }

  /** Of baselines and histories. */
  static Path committed() {
    String folder = setting("gatewayz.evals", "GATEWAYZ_EVALS");
    return folder == null ? base().resolve("src/test/evals") : Path.of(folder);
  }

  /** Whether results become the baseline. */
  static boolean accepts() {
    return "true".equals(setting("gatewayz.evals.accept", "GATEWAYZ_EVALS_ACCEPT"));
  }

  /** The folder of the module that is tested. */
  static Path base() {
    return Path.of(System.getProperty("basedir", ""));
  }

  static String requireFileName(String name) {
    if (!name.matches("[\\w.$-][\\w.$ -]*")) {
      throw new IllegalArgumentException(
          "The evaluation \""
              + name
              + "\" needs a name that a file can have: letters, digits, dots, dashes.");
    }
    return name;
  }

  private static @Nullable String setting(String property, String variable) {
    String set = System.getProperty(property, System.getenv(variable));
    return set == null || set.isBlank() ? null : set.strip();
  }
}
