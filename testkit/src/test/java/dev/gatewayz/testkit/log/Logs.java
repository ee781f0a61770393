package dev.gatewayz.testkit.log;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * What was logged while tests ran, until it is taken: a test has to take each warning that it
 * provokes.
 *
 * <p>An event loop may log when its test is over and another one runs. So a test answers for
 * records of its own thread and of those that were started by it, and a class for all that is left
 * at its end. What is logged between classes is printed.
 *
 * <p>Thread-safe.
 */
public final class Logs {
  private static final long PATIENCE_SECONDS = 10;

  private final SimpleFormatter formatter = new SimpleFormatter();
  private final InheritableThreadLocal<String> origin = new InheritableThreadLocal<>();
  private final Deque<String> running = new ArrayDeque<>();
  private final List<Logged> untaken = new ArrayList<>();

  Logs() {}

  /**
   * Takes the first record of this level whose message has this text in it; waits for it up to ten
   * seconds, as another thread may be about to log it.
   *
   * @throws AssertionError if there is none in time
   */
  public synchronized Logged take(Level level, String text) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    Optional<Logged> taken = poll(level, text);
    while (taken.isEmpty()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        throw new AssertionError("No " + level + " says \"" + text + "\", but: " + untaken);
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } catch (InterruptedException e) {
        throw new AssertionError("Interrupted while waiting for \"" + text + "\"", e);
      }
      taken = poll(level, text);
    }
    return taken.get();
  }

  /**
   * Takes all records of this level whose message has this text in it; waits for the first as
   * {@link #take} does.
   *
   * @throws AssertionError if there is none in time
   */
  public synchronized List<Logged> takeAll(Level level, String text) {
    List<Logged> all = new ArrayList<>();
    all.add(take(level, text));
    for (Optional<Logged> next = poll(level, text); next.isPresent(); next = poll(level, text)) {
      all.add(next.get());
    }
    return all;
  }

  private Optional<Logged> poll(Level level, String text) {
    Optional<Logged> first =
        untaken.stream()
            .filter(logged -> logged.level() == level && logged.message().contains(text))
            .findFirst();
    first.ifPresent(untaken::remove);
    return first;
  }

  /** All that was not taken yet. */
  synchronized List<Logged> untaken() {
    return List.copyOf(untaken);
  }

  /** Begins a class, or a test in it; threads that are started from now on are its own. */
  synchronized void begin(String name) {
    running.push(name);
    origin.set(name);
  }

  /** Ends a test; the warnings that it alone has to answer for. */
  List<Logged> endTest() {
    String test = end();
    return drop(logged -> test.equals(logged.origin()));
  }

  /** Ends a class; the warnings that are left. */
  List<Logged> endClass() {
    end();
    return drop(logged -> true);
  }

  private synchronized String end() {
    String ended = running.pop();
    origin.set(running.peek());
    return ended;
  }

  private synchronized List<Logged> drop(Predicate<Logged> which) {
    List<Logged> warnings = untaken.stream().filter(which).filter(Logged::isWarning).toList();
    untaken.removeIf(which);
    return warnings;
  }

  private void add(LogRecord record) {
    Logged logged =
        new Logged(
            level(record),
            formatter.formatMessage(record),
            record.getThrown(),
            origin.get(),
            formatter.format(record)
                + ("(by thread %s, which %s started, while %s ran)%n"
                    .formatted(Thread.currentThread().getName(), origin.get(), runningNow())));
    synchronized (this) {
      if (running.isEmpty()) {
        System.err.print(logged);
      } else {
        untaken.add(logged);
        notifyAll();
      }
    }
  }

  private synchronized String runningNow() {
    return running.peek();
  }

  private static Level level(LogRecord record) {
    int severity = record.getLevel().intValue();
    if (severity >= java.util.logging.Level.SEVERE.intValue()) {
      return Level.ERROR;
    }
    return severity >= java.util.logging.Level.WARNING.intValue() ? Level.WARNING : Level.INFO;
  }

  /** What loggers write to. */
  Handler handler() {
    return new Handler() {
      @Override
      public void publish(LogRecord record) {
        add(record);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }
}
