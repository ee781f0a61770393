package dev.gatewayz.eval;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that asks about each case of a file, often, and passes if enough answers are right.
 *
 * <pre>{@code
 * @PromptEval(cases = "reviews.jsonl", repeat = 5, passAt = 0.9, budget = "0.50")
 * void rates(ReviewCase review, Reviews reviews) {
 *   Graders.exact(review.stars(), reviews.rate(review.text())).check();
 * }
 * }</pre>
 *
 * <p>The first parameter is the case: a record whose components are the members of a line, {@code
 * String} for the line as it is, or {@code Map<String, Object>}. Others may be prompt interfaces,
 * prompt interfaces with {@link Judge}, {@link Trial}, a {@link dev.gatewayz.Gatewayz}, and what
 * other extensions provide. The method runs on several threads at once.
 *
 * <p>An answer is <em>wrong</em> if a {@link Grade} did not pass, an assertion failed, or the model
 * gave no answer that can be used. A trial <em>fails</em>, and counts neither as right nor as
 * wrong, if a call failed after its retries, a judge failed, or the method threw something else.
 *
 * <p>The client is the one of the environment; if the test has a {@code @Cassette} or a {@code
 * MockGatewayExtension}, it asks that. A method with {@link EvalClient} changes it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@TestTemplate
@ExtendWith(PromptEvalExtension.class)
public @interface PromptEval {

  /**
   * {@return the file with the cases, a JSON object on each line: a resource beside the test class
   * or, from the root, in the class path; else a file}
   */
  String cases();

  /** {@return how often each case is asked} */
  int repeat() default 1;

  /** {@return the share of graded answers that must be right, for each variant; 0 only measures} */
  double passAt() default 1;

  /** {@return the share of trials that may fail, for each variant} */
  double maxFailureRate() default 0.01;

  /**
   * {@return what the whole run may cost in US dollars, as in {@code 0.50}; any amount if empty}
   * Then it stops, keeps what was graded, and fails as partial.
   */
  String budget() default "";

  /** {@return how many trials are under way at once} */
  int concurrency() default 16;

  /**
   * {@return the models to ask in place of those of the prompts, each a variant, as in {@code
   * gatewayz/openai/gpt-4o-mini}; models behind a {@code >} are fallbacks}
   */
  String[] models() default {};

  /**
   * {@return prompt interfaces to compare, each a variant: all extend the type of a parameter,
   * which gets them in turn}
   */
  Class<?>[] variants() default {};

  /**
   * {@return whether to fail if a variant got worse than the baseline, and a sign test says that
   * this is no chance (p below 0.05)}
   */
  boolean failIfWorse() default false;
}
