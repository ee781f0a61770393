package dev.gatewayz.eval;

import dev.gatewayz.Gatewayz;
import dev.gatewayz.eval.internal.report.CallReport;
import dev.gatewayz.eval.internal.report.GradeReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One case that is asked once of one variant. Thread-safe. */
public final class Trial {
  private static final ThreadLocal<@Nullable Trial> CURRENT = new ThreadLocal<>();

  private final Variant variant;
  private final int repetition;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private final List<Grade> grades = new ArrayList<>();
  private final List<CallReport> calls = new ArrayList<>();
  private @Nullable String answer;
  private @Nullable String lastText;
  private int underWay;

  Trial(Variant variant, int repetition) {
    this.variant = variant;
    this.repetition = repetition;
  }

  /** That of this thread, {@code null} if there is none. */
  static @Nullable Trial current() {
    return CURRENT.get();
  }

  /** {@return which time the case is asked, from 1} */
  public int repetition() {
    return repetition;
  }

  /** {@return the name of the variant that is asked} */
  public String variant() {
    return variant.name();
  }

  /** {@return the client, which asks the model of the variant} */
  public Gatewayz gatewayz() {
    return variant.gatewayz();
  }

  /**
   * {@return a prompt interface, or the variant of it}
   *
   * @param <T> the prompt interface
   * @param promptInterface annotated, and compiled with the processor
   * @throws IllegalArgumentException if the annotation processor has not written it
   */
  public <T> T prompts(Class<T> promptInterface) {
    return variant.prompts(promptInterface);
  }

  /**
   * {@return a prompt interface that judges; see {@link Judge}}
   *
   * @param <T> the prompt interface
   * @param promptInterface annotated, and compiled with the processor
   * @throws IllegalArgumentException if the annotation processor has not written it
   */
  public <T> T judge(Class<T> promptInterface) {
    return variant.judge(promptInterface);
  }

  /**
   * Records a grade; the trial passes if all have.
   *
   * @param grade of this trial; several may be recorded
   */
  public void grade(Grade grade) {
    locked(() -> grades.add(grade));
  }

  /**
   * Records what the report shows as the answer. Default: what was graded, else what was said.
   *
   * @param answer shown as its {@code toString()}; {@code null} as {@code null}
   */
  public void answer(@Nullable Object answer) {
    locked(() -> this.answer = String.valueOf(answer));
  }

  /** Makes this the trial of the thread while an action runs. */
  <T> T run(java.util.concurrent.Callable<T> action) throws Exception {
    CURRENT.set(this);
    try {
      return action.call();
    } finally {
      CURRENT.remove();
    }
  }

  void callBegins() {
    locked(() -> underWay++);
  }

  void said(String text) {
    locked(() -> lastText = text);
  }

  void callEnds(CallReport call) {
    locked(
        () -> {
          calls.add(call);
          underWay--;
          ended.signalAll();
        });
  }

  /** Waits until its calls have told how they ended, which is a moment after their answers. */
  void await(long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (underWay > 0 && left > 0) {
        left = ended.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** How long {@link #await} may take. */
  static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);

  boolean passed() {
    return locked(() -> grades.stream().allMatch(Grade::passed));
  }

  List<CallReport> calls() {
    return locked(() -> List.copyOf(calls));
  }

  List<GradeReport> grades() {
    return locked(
        () ->
            grades.stream()
                .map(
                    grade ->
                        new GradeReport(
                            grade.name(),
                            grade.passed(),
                            grade.score(),
                            grade.why(),
                            grade.expected(),
                            grade.answer()))
                .toList());
  }

  String shownAnswer() {
    return locked(
        () -> {
          if (answer != null) {
            return answer;
          }
          String graded =
              grades.stream()
                  .map(Grade::answer)
                  .filter(java.util.Objects::nonNull)
                  .findFirst()
                  .orElse(null);
          return graded != null ? graded : lastText != null ? lastText : "";
        });
  }

  private void locked(Runnable action) {
    lock.lock();
    try {
      action.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(java.util.function.Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
