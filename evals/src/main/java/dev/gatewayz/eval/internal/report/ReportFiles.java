package dev.gatewayz.eval.internal.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of one evaluation are: its report, and what is under version control.
 *
 * @param name of the evaluation
 * @param reports the folder of the reports
 * @param committed the folder of baselines and histories
 */
public record ReportFiles(String name, Path reports, Path committed) {

  /** The report for programs. */
  public Path json() {
    return reports.resolve(name + ".json");
  }

  /** The report for people. */
  public Path html() {
    return reports.resolve(name + ".html");
  }

  private Path baselineFile() {
    return committed.resolve(name + ".baseline.jsonl");
  }

  private Path historyFile() {
    return committed.resolve(name + ".history.jsonl");
  }

  /**
   * Takes the right to write the report.
   *
   * @throws IllegalStateException if another run has it
   */
  public ReportLock lock() throws IOException {
    Files.createDirectories(reports);
    return ReportLock.take(reports.resolve(name + ".lock"));
  }

  /** The baseline, {@code null} if there is none. */
  public @Nullable Baseline baseline() throws IOException {
    return Baseline.read(baselineFile());
  }

  /** The history. */
  public List<HistoryPoint> history() throws IOException {
    return History.read(historyFile());
  }

  /** Writes both reports; who reads them meanwhile sees the old or the new one, whole. */
  public void write(
      Report report, List<Change> changes, @Nullable Baseline baseline, List<HistoryPoint> history)
      throws IOException {
    replace(json(), ReportJson.of(report, changes));
    List<HistoryPoint> points = new ArrayList<>(history);
    points.addAll(History.of(report));
    replace(html(), new HtmlPage(report, changes, baseline, points).text());
  }

  /** Makes a report the baseline, and a part of the history. */
  public void accept(Report report) throws IOException {
    Files.createDirectories(committed);
    History.append(historyFile(), History.of(report));
    replace(baselineFile(), Baseline.of(report).text());
  }

  private static void replace(Path file, String content) throws IOException {
    Path next = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid());
    try {
      Files.writeString(next, content);
      Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
