package dev.gatewayz.eval.internal.report;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The right to write one report, held while its evaluation runs. The operating system takes it back
 * from a process that ends.
 */
public final class ReportLock implements AutoCloseable {
  private final FileChannel channel;

  private ReportLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it.
   *
   * @throws IllegalStateException if another run has it
   */
  public static ReportLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (lock(channel) == null) {
        throw new IllegalStateException(
            "Another run of this evaluation writes the same report ("
                + holder(file)
                + ", which holds "
                + file
                + "). Nothing was asked and nothing overwritten. Wait for it, or give this run a"
                + " folder of its own with -Dgatewayz.evals.reports=<folder>.");
      }
      Files.writeString(
          note(file),
          "process "
              + ProcessHandle.current().pid()
              + " since "
              + Instant.now().truncatedTo(ChronoUnit.SECONDS));
      return new ReportLock(channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Who holds it; a file of its own, since on some systems nobody reads one that is locked. */
  private static Path note(Path file) {
    return file.resolveSibling(file.getFileName() + ".holder");
  }

  private static String holder(Path file) {
    try {
      return Files.readString(note(file)).strip();
    } catch (IOException e) {
      return "another process";
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // Another thread of this process has it.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
