package dev.gatewayz.eval;

import dev.gatewayz.eval.internal.report.Figures;
import java.io.Console;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * How far a run is, for people who wait: a line that is written over on a terminal, else a line
 * every ten seconds. Thread-safe.
 */
final class Progress {
  private static final Duration OFTEN = Duration.ofMillis(200);
  private static final Duration SELDOM = Duration.ofSeconds(10);

  private final String name;
  private final long total;
  private final PrintStream out;
  private final boolean terminal;
  private final long pause;
  private final long start = System.nanoTime();
  private long last = start;
  private long passed;
  private long wrong;
  private long failed;
  private BigDecimal cost = BigDecimal.ZERO;
  private boolean isShown;

  private Progress(String name, long total, PrintStream out, boolean terminal, long pause) {
    this.name = name;
    this.total = total;
    this.out = out;
    this.terminal = terminal;
    this.pause = pause;
  }

  /** As {@code -Dgatewayz.evals.progress} says: {@code terminal}, {@code lines} or {@code off}. */
  static Progress of(String name, long total) {
    return of(name, total, System.getProperty("gatewayz.evals.progress", "auto"), System.err);
  }

  static Progress of(String name, long total, String kind, PrintStream out) {
    boolean terminal = kind.equals("terminal") || (kind.equals("auto") && isTerminal());
    Duration pause = terminal ? OFTEN : SELDOM;
    return new Progress(
        name, total, out, terminal, kind.equals("off") ? Long.MAX_VALUE : pause.toNanos());
  }

  /** A console, which from Java 22 on is there without a terminal, too. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  synchronized void trial(boolean isGraded, boolean hasPassed, BigDecimal spent) {
    passed += hasPassed ? 1 : 0;
    wrong += isGraded && !hasPassed ? 1 : 0;
    failed += isGraded ? 0 : 1;
    cost = cost.add(spent);
    long now = System.nanoTime();
    if (now - last >= pause) {
      last = now;
      show(line(now - start));
    }
  }

  /** The line, so long after the start. */
  synchronized String line(long nanos) {
    long done = passed + wrong + failed;
    long graded = passed + wrong;
    long left = done == 0 ? 0 : (long) ((double) nanos / done * (total - done));
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d | %s passed | %,d failed | %s | %s left",
        name,
        done,
        total,
        graded == 0 ? "-" : String.format(Locale.ROOT, "%.1f %%", 100.0 * passed / graded),
        failed,
        Figures.dollars(cost),
        clock(left));
  }

  private static String clock(long nanos) {
    Duration left = Duration.ofNanos(nanos).plusMillis(500);
    return left.toHours() > 0
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
  }

  private void show(String line) {
    isShown = true;
    out.print(terminal ? "\r\u001b[2K" + line : line + System.lineSeparator());
    out.flush();
  }

  /** The last lines, if there were others before. */
  synchronized void end(List<String> summary) {
    if (isShown) {
      out.print(terminal ? "\r\u001b[2K" : "");
      summary.forEach(line -> out.println(name + ": " + line));
      out.flush();
    }
  }
}
