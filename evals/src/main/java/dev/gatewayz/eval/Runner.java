package dev.gatewayz.eval;

import dev.gatewayz.error.AnswerException;
import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.error.CallInterruptedException;
import dev.gatewayz.error.Fault;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.eval.internal.cases.CaseLine;
import dev.gatewayz.eval.internal.report.CallReport;
import dev.gatewayz.eval.internal.report.CaseReport;
import dev.gatewayz.eval.internal.report.Outcome;
import dev.gatewayz.eval.internal.report.TrialReport;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Asks about all cases: first each once, of every variant, then each again. So what was graded when
 * a run stops early is as many cases as possible, the same for all variants.
 */
final class Runner<C> {
  /** If so many trials fail before one is graded, the rest would fail, too. */
  private static final int HOPELESS = 20;

  private final List<CaseLine<C>> cases;
  private final List<Variant> variants;
  private final EvalBody<? super C> body;
  private final Progress progress;
  private final AtomicLong next = new AtomicLong();
  private final AtomicInteger graded = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicReference<@Nullable String> stopped = new AtomicReference<>();
  private final AtomicReferenceArray<TrialReport> trials;

  Runner(
      List<CaseLine<C>> cases,
      List<Variant> variants,
      int repeat,
      EvalBody<? super C> body,
      Progress progress) {
    this.cases = cases;
    this.variants = variants;
    this.body = body;
    this.progress = progress;
    this.trials =
        new AtomicReferenceArray<>(Math.toIntExact((long) cases.size() * variants.size() * repeat));
  }

  /** Why the run ended early, {@code null} if it did not. */
  @Nullable String stopped() {
    return stopped.get();
  }

  /** Runs all trials, and blocks until they have ended. If it is interrupted, it stops early. */
  void run(String name, int concurrency) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(concurrency, trials.length()); i++) {
      Thread thread = new Thread(this::work, "eval-" + name + "-" + i);
      thread.setDaemon(true);
      thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
      thread.start();
      threads.add(thread);
    }
    boolean isInterrupted = false;
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        try {
          thread.join();
        } catch (InterruptedException e) {
          isInterrupted = true;
          stop("The run was interrupted.");
          threads.forEach(Thread::interrupt);
        }
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void stop(String reason) {
    stopped.compareAndSet(null, reason);
  }

  private void work() {
    while (stopped.get() == null) {
      long number = next.getAndIncrement();
      if (number >= trials.length()) {
        return;
      }
      int index = (int) number;
      TrialReport trial = trial(index);
      trials.set(index, trial);
      note(trial);
    }
  }

  private void note(TrialReport trial) {
    boolean isGraded = trial.outcome().isGraded();
    (isGraded ? graded : failed).incrementAndGet();
    if (trial.outcome() == Outcome.FAILED && graded.get() == 0 && failed.get() >= HOPELESS) {
      stop("The first " + HOPELESS + " trials failed: " + trial.why());
    }
    if (trial.outcome() != Outcome.NOT_RUN) {
      BigDecimal cost =
          trial.calls().stream()
              .map(CallReport::cost)
              .filter(Objects::nonNull)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      progress.trial(isGraded, trial.outcome() == Outcome.PASSED, cost);
    }
  }

  private int variantOf(int index) {
    return index % variants.size();
  }

  private int caseOf(int index) {
    return index / variants.size() % cases.size();
  }

  private TrialReport trial(int index) {
    int repetition = index / variants.size() / cases.size() + 1;
    Trial trial = new Trial(variants.get(variantOf(index)), repetition);
    Throwable thrown = null;
    try {
      Grade grade = trial.run(() -> body.grade(cases.get(caseOf(index)).value(), trial));
      if (grade != null) {
        trial.grade(grade);
      }
    } catch (VirtualMachineError e) {
      stop("The test ran into " + e);
      thrown = e;
    } catch (Throwable e) {
      thrown = unwrapped(e);
    }
    try {
      trial.await(Trial.PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Outcome outcome = outcome(thrown, trial);
    return new TrialReport(
        variantOf(index),
        repetition,
        outcome,
        trial.shownAnswer(),
        trial.grades(),
        problem(thrown, outcome, trial),
        trial.calls());
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable cause = thrown;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private Outcome outcome(@Nullable Throwable thrown, Trial trial) {
    if (thrown == null) {
      return trial.passed() ? Outcome.PASSED : Outcome.WRONG;
    }
    if (thrown instanceof AssertionError) {
      return Outcome.WRONG;
    }
    if (thrown instanceof BudgetExceededException e) {
      stop("The budget ran out: " + e.getMessage());
      return Outcome.NOT_RUN;
    }
    if (stopped.get() != null
        && (thrown instanceof CallInterruptedException || thrown instanceof InterruptedException)) {
      return Outcome.NOT_RUN;
    }
    if (thrown instanceof GatewayzException e && e.fault() == Fault.ACCOUNT) {
      stop(String.valueOf(e.getMessage()));
      return Outcome.FAILED;
    }
    return thrown instanceof AnswerException e && !isOfJudge(e, trial)
        ? Outcome.WRONG
        : Outcome.FAILED;
  }

  private static boolean isOfJudge(GatewayzException failure, Trial trial) {
    String prompt = failure.call().promptId();
    return trial.calls().stream().anyMatch(call -> call.judge() && call.prompt().equals(prompt));
  }

  private static @Nullable String problem(
      @Nullable Throwable thrown, Outcome outcome, Trial trial) {
    if (thrown == null || thrown instanceof WrongAnswer) {
      return null;
    }
    String words =
        thrown instanceof AssertionError || thrown instanceof GatewayzException
            ? String.valueOf(thrown.getMessage()).strip()
            : thrown.toString();
    if (thrown instanceof GatewayzException e && isOfJudge(e, trial)) {
      return "The judge failed: " + words;
    }
    return outcome == Outcome.FAILED && !(thrown instanceof GatewayzException)
        ? words + place(thrown)
        : words;
  }

  /** Where an exception of the test was thrown. */
  private static String place(Throwable thrown) {
    StackTraceElement[] trace = thrown.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }

  /** What came of each case. */
  List<CaseReport> reports() {
    List<CaseReport> reports = new ArrayList<>();
    List<List<TrialReport>> byCase = new ArrayList<>();
    cases.forEach(each -> byCase.add(new ArrayList<>()));
    for (int i = 0; i < trials.length(); i++) {
      TrialReport trial = trials.get(i);
      if (trial != null) {
        byCase.get(caseOf(i)).add(trial);
      }
    }
    for (int i = 0; i < cases.size(); i++) {
      reports.add(new CaseReport(cases.get(i).id(), cases.get(i).json(), byCase.get(i)));
    }
    return reports;
  }
}
