/**
 * Prompts over many cases, graded: how often an answer is right, what that costs, and what has
 * changed since.
 *
 * <p>A method with {@link dev.gatewayz.eval.PromptEval} gets each case of a file, asks a prompt,
 * and grades the answer with {@link dev.gatewayz.eval.Graders}. {@link
 * dev.gatewayz.eval.Evaluation} is the same without JUnit. What comes out is a JUnit outcome, a
 * JSON file and an HTML page, compared with the baseline that was accepted last.
 *
 * <pre>{@code
 * @PromptEval(cases = "reviews.jsonl", repeat = 5, passAt = 0.9, budget = "0.50")
 * void rates(ReviewCase review, Reviews reviews) {
 *   Graders.exact(review.stars(), reviews.rate(review.text())).check();
 * }
 * }</pre>
 */
@NullMarked
package dev.gatewayz.eval;

import org.jspecify.annotations.NullMarked;
