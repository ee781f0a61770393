package dev.gatewayz.eval.internal.report;

import dev.gatewayz.eval.internal.json.JsonTree;
import dev.gatewayz.eval.internal.stats.PassRate.Cluster;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How each case did in the run that was accepted last, by variant and id. Its file is under version
 * control and has a line for each case.
 */
public final class Baseline {
  private final Map<String, Map<String, Cluster>> variants;

  private Baseline(Map<String, Map<String, Cluster>> variants) {
    this.variants = variants;
  }

  /** That of a report. */
  public static Baseline of(Report report) {
    Map<String, Map<String, Cluster>> variants = new LinkedHashMap<>();
    for (int i = 0; i < report.variants().size(); i++) {
      Map<String, Cluster> cases = new LinkedHashMap<>();
      for (CaseReport each : report.cases()) {
        cases.put(each.id(), each.passed(i));
      }
      variants.put(report.variants().get(i), cases);
    }
    return new Baseline(variants);
  }

  /**
   * Reads a file, {@code null} if there is none.
   *
   * @throws IllegalStateException if it is no baseline; the message names file and line
   */
  public static @Nullable Baseline read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return null;
    }
    Map<String, Map<String, Cluster>> variants = new LinkedHashMap<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        try {
          read(line, variants);
        } catch (IllegalArgumentException | ClassCastException | NullPointerException e) {
          throw new IllegalStateException(
              file
                  + ":"
                  + number
                  + ": This is no line of a baseline. Take the file from version control, or write"
                  + " it anew with -Dgatewayz.evals.accept=true. "
                  + e.getMessage(),
              e);
        }
      }
    }
    return new Baseline(variants);
  }

  private static void read(String line, Map<String, Map<String, Cluster>> variants) {
    Map<?, ?> json = (Map<?, ?>) JsonTree.parse(line);
    String id = (String) required(json, "id");
    Map<?, ?> passed = (Map<?, ?>) required(json, "passed");
    passed.forEach(
        (variant, counts) -> {
          List<?> both = (List<?>) counts;
          variants
              .computeIfAbsent((String) variant, name -> new LinkedHashMap<>())
              .put(id, new Cluster(number(both.get(0)), number(both.get(1))));
        });
  }

  private static Object required(@Nullable Map<?, ?> json, String name) {
    Object value = json == null ? null : json.get(name);
    if (value == null) {
      throw new IllegalArgumentException("\"" + name + "\" is missing.");
    }
    return value;
  }

  private static int number(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      return number.intValue();
    }
    throw new IllegalArgumentException("\"passed\" is no list of two numbers.");
  }

  /** The file's content: a line for each case, with the trials that passed and their number. */
  public String text() {
    Map<String, Map<String, Object>> lines = new LinkedHashMap<>();
    variants.forEach(
        (variant, cases) ->
            cases.forEach(
                (id, counts) ->
                    lines
                        .computeIfAbsent(id, name -> new LinkedHashMap<>())
                        .put(variant, List.of(counts.passed(), counts.trials()))));
    StringBuilder text = new StringBuilder();
    lines.forEach(
        (id, passed) -> {
          Map<String, Object> line = new LinkedHashMap<>();
          line.put("id", id);
          line.put("passed", passed);
          text.append(JsonTree.text(line)).append('\n');
        });
    return text.toString();
  }

  /** How a case did, {@code null} if it was not there or not graded. */
  public @Nullable Cluster of(String variant, String id) {
    Cluster counts = variants.getOrDefault(variant, Map.of()).get(id);
    return counts == null || counts.trials() == 0 ? null : counts;
  }

  /** Whether a variant was there. */
  public boolean has(String variant) {
    return variants.containsKey(variant);
  }

  /** What has changed since, for one variant of a report. */
  public Change change(Report report, int variant) {
    return Change.since(this, report, variant);
  }
}
