package dev.gatewayz.processor;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What the processor costs the thread that compiles, for each interface, over compiling without it.
 * Run it with the numbers of interfaces as arguments.
 */
final class CompileTimeBenchmark {
  private static final int ROUNDS = 5;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private CompileTimeBenchmark() {}

  /** Prints one line for each number of interfaces. */
  public static void main(String[] arguments) {
    for (String argument : arguments.length == 0 ? new String[] {"200", "2000"} : arguments) {
      measure(Integer.parseInt(argument));
    }
  }

  private static void measure(int count) {
    String[] sources = Workload.sources(count);
    List<Long> without = new ArrayList<>();
    List<Long> with = new ArrayList<>();
    int bytes = 0;
    for (int round = -2; round < ROUNDS; round++) {
      long none = compile(sources, "-proc:none");
      long all = compile(sources, "-implicit:none");
      if (round >= 0) {
        without.add(none);
        with.add(all);
      }
    }
    Compilation last = setup("-implicit:none").compile(sources);
    bytes = last.sources().values().stream().mapToInt(String::length).sum();
    System.out.printf(
        "%d interfaces: javac %.2f ms each; processor +%.2f ms (median), +%.2f ms (min); %d bytes"
            + " of source, %d bytes of classes each%n",
        count,
        millis(median(without), count),
        millis(median(with) - median(without), count),
        millis(Collections.min(with) - Collections.min(without), count),
        bytes / count,
        last.classes().entrySet().stream()
                .filter(e -> e.getKey().contains(".Gatewayz"))
                .mapToInt(e -> e.getValue().length)
                .sum()
            / count);
  }

  private static Compilation.Setup setup(String option) {
    Compilation.Setup setup = new Compilation.Setup().replacingOptions(option);
    return option.equals("-proc:none") ? setup.processors() : setup;
  }

  private static long compile(String[] sources, String option) {
    System.gc();
    long start = THREADS.getCurrentThreadCpuTime();
    Compilation compilation = setup(option).compile(sources);
    long time = THREADS.getCurrentThreadCpuTime() - start;
    if (!compilation.success()) {
      throw new IllegalStateException(compilation.log());
    }
    return time;
  }

  private static long median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  private static double millis(long nanos, int count) {
    return nanos / 1e6 / count;
  }
}
