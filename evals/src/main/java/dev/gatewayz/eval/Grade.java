package dev.gatewayz.eval;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a grader says of an answer: whether it is good enough, how good it is, and why. {@link
 * Graders} has the usual ones. Immutable.
 */
public final class Grade {
  private final String name;
  private final boolean passed;
  private final double score;
  private final String why;
  private final @Nullable String expected;
  private final @Nullable String answer;

  private Grade(
      String name,
      boolean passed,
      double score,
      String why,
      @Nullable String expected,
      @Nullable String answer) {
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(
          "The score of " + name + " is " + score + "; it must be from 0 to 1.");
    }
    this.name = Objects.requireNonNull(name, "name");
    this.passed = passed;
    this.score = score;
    this.why = Objects.requireNonNull(why, "why");
    this.expected = expected;
    this.answer = answer;
  }

  /**
   * {@return a grade of your own}
   *
   * @param name of the grader; each name has a pass rate of its own in the report
   * @param passed whether the answer is good enough
   * @param why in words, for those who read the report
   */
  public static Grade of(String name, boolean passed, String why) {
    return new Grade(name, passed, passed ? 1 : 0, why, null, null);
  }

  /**
   * {@return a grade with a score, which passes from {@code passAt} on}
   *
   * @param name of the grader
   * @param score from 0 to 1
   * @param passAt the least score that is good enough
   * @param why in words, for those who read the report
   * @throws IllegalArgumentException if the score is below 0, above 1, or not a number
   */
  public static Grade scored(String name, double score, double passAt, String why) {
    return new Grade(name, score >= passAt, score, why, null, null);
  }

  /**
   * {@return the same, with what was compared}
   *
   * @param expected shown as its {@code toString()}
   * @param answer shown as its {@code toString()}
   */
  public Grade comparing(@Nullable Object expected, @Nullable Object answer) {
    return new Grade(name, passed, score, why, String.valueOf(expected), String.valueOf(answer));
  }

  /**
   * {@return the same under another name, where an evaluation uses a grader twice}
   *
   * @param name of the grader
   */
  public Grade named(String name) {
    return new Grade(name, passed, score, why, expected, answer);
  }

  /** {@return the name of the grader} */
  public String name() {
    return name;
  }

  /** {@return whether that is good enough} */
  public boolean passed() {
    return passed;
  }

  /** {@return how good it is, from 0 to 1} */
  public double score() {
    return score;
  }

  /** {@return why, in words; empty if there is nothing to say} */
  public String why() {
    return why;
  }

  /** {@return what was expected, {@code null} if the grader does not say} */
  public @Nullable String expected() {
    return expected;
  }

  /** {@return what was graded, {@code null} if the grader does not say} */
  public @Nullable String answer() {
    return answer;
  }

  /**
   * Asserts it: within an evaluation the grade is also recorded.
   *
   * @throws AssertionError if it has not passed
   */
  public void check() {
    Trial trial = Trial.current();
    if (trial != null) {
      trial.grade(this);
    }
    if (!passed) {
      throw new WrongAnswer(toString());
    }
  }

  @Override
  public String toString() {
    return name + (passed ? " passed" : " did not pass") + (why.isEmpty() ? "" : ": " + why);
  }
}
