package dev.gatewayz.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Measures what this process spends from now on. What threads that end meanwhile have allocated is
 * not seen.
 */
public final class Meter {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final Path TASKS = Path.of("/proc/self/task");

  private final long wall;
  private final long cpu;
  private final long allocated;

  private Meter() {
    allocated = allocatedSoFar();
    cpu = cpuSoFar();
    wall = System.nanoTime();
  }

  /** Begins to measure. */
  public static Meter start() {
    return new Meter();
  }

  /** What has been spent since the start. */
  public Cost stop() {
    long wallNanos = System.nanoTime() - wall;
    return new Cost(wallNanos, cpuSoFar() - cpu, allocatedSoFar() - allocated);
  }

  private static long allocatedSoFar() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }

  private static long cpuSoFar() {
    return SYSTEM.getProcessCpuTime() - compilerSoFar();
  }

  /** The processor time of the JIT compilers, as Linux counts it; 0 elsewhere. */
  private static long compilerSoFar() {
    if (!Files.isDirectory(TASKS)) {
      return 0;
    }
    long nanos = 0;
    try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
      for (Path task : tasks) {
        nanos += compilerSoFar(task);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nanos;
  }

  private static long compilerSoFar(Path task) {
    try {
      String name = Files.readString(task.resolve("comm"));
      if (!name.startsWith("C1 Compiler") && !name.startsWith("C2 Compiler")) {
        return 0;
      }
      String times = Files.readString(task.resolve("schedstat"));
      return Long.parseLong(times.substring(0, times.indexOf(' ')));
    } catch (IOException e) {
      // The thread has ended meanwhile.
      return 0;
    }
  }
}
