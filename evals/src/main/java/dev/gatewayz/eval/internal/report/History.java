package dev.gatewayz.eval.internal.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The runs that were accepted: a file under version control that grows by a line a variant. */
public final class History {
  private static final Object ONE_AT_A_TIME = new Object();

  private History() {}

  /**
   * All points, in the order of the file; none if there is no file.
   *
   * @throws IllegalStateException if a line is bad; the message names file and line
   */
  public static List<HistoryPoint> read(Path file) throws IOException {
    List<HistoryPoint> points = new ArrayList<>();
    if (Files.exists(file)) {
      int number = 0;
      for (String line : Files.readAllLines(file)) {
        number++;
        try {
          if (!line.isBlank()) {
            points.add(HistoryPoint.read(line));
          }
        } catch (IllegalArgumentException e) {
          throw new IllegalStateException(
              file + ":" + number + ": This is no line of a history. " + e.getMessage(), e);
        }
      }
    }
    return points;
  }

  /** The points of a report. */
  public static List<HistoryPoint> of(Report report) {
    return report.summaries().stream()
        .filter(summary -> summary.passRate().trials() > 0)
        .map(summary -> HistoryPoint.of(report, summary))
        .toList();
  }

  /** Adds lines, one process after the other. */
  public static void append(Path file, List<HistoryPoint> points) throws IOException {
    byte[] lines =
        points.stream()
            .map(point -> point.text() + "\n")
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.UTF_8);
    synchronized (ONE_AT_A_TIME) {
      try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        channel.position(channel.size());
        ByteBuffer left = ByteBuffer.wrap(lines);
        while (lock.isValid() && left.hasRemaining()) {
          channel.write(left);
        }
      }
    }
  }
}
