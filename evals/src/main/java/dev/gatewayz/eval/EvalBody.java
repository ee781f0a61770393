package dev.gatewayz.eval;

import org.jspecify.annotations.Nullable;

/**
 * What an {@link Evaluation} does with a case. Is called on several threads at once.
 *
 * @param <C> the type of the cases
 */
@FunctionalInterface
public interface EvalBody<C> {

  /**
   * Asks about a case, and grades the answer.
   *
   * @param evalCase the case
   * @param trial this time that it is asked
   * @return the grade; {@code null} if grades were given to the trial, or asserted
   * @throws Exception to say that the trial has failed; an {@link AssertionError} says that the
   *     answer is wrong
   */
  @Nullable Grade grade(C evalCase, Trial trial) throws Exception;
}
