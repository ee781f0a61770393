package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface whose prompts become a client, and holds the defaults of its prompts.
 *
 * <p>For {@code interface EarningsAnalyst} the processor writes {@code class
 * GatewayzEarningsAnalyst} into the same package, with a constructor that takes the {@code
 * Gatewayz} to call. A nested {@code Outer.Inner} becomes {@code GatewayzOuter_Inner}.
 *
 * <p>Every attribute is a default: {@link GatewayzPrompt} overrides it for one method, call options
 * override both for one call. An attribute that is written nowhere is not sent, so the model's own
 * default holds.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GatewayzClient {

  /**
   * {@return what the ids of its prompts begin with, instead of the interface's qualified name:
   * letters from A to Z, digits, {@code _} and {@code -}, with {@code .} between parts} Ids name
   * prompts in usage reports, budgets, logs and traces; a name of its own keeps them when the
   * interface moves.
   */
  String name() default "";

  /**
   * {@return the model to ask: {@code gatewayz/} and the name the gateway knows, as in {@code
   * gatewayz/openai/gpt-4o-mini}} Wire name {@code model}, sent without the prefix. Required here
   * or on each prompt.
   */
  String model() default "";

  /**
   * {@return other models, asked in this order when the one before has failed for good and nothing
   * of its answer was handed on: after rate limits, overload, deadlines, full context windows, and
   * unknown or withdrawn models} Each with its {@code gatewayz/} prefix.
   */
  String[] fallbacks() default {};

  /**
   * {@return the system prompt of every prompt that has none of its own: a template over the
   * parameters of the method it is used by} Sent as the first message, with role {@code system}.
   */
  String system() default "";

  /**
   * {@return how random the answer is, 0 to 2} Wire name {@code temperature}. Not sent unless
   * written.
   */
  double temperature() default Double.NaN;

  /**
   * {@return the share of probability mass that tokens are drawn from, 0 to 1} Wire name {@code
   * top_p}. Not sent unless written.
   */
  double topP() default Double.NaN;

  /**
   * {@return the most tokens an answer may have, at least 1} Wire name {@code max_tokens}. Not sent
   * unless written; the gateway then allows 4096.
   */
  int maxTokens() default 0;

  /**
   * {@return how much a token is held back by its count so far, −2 to 2} Wire name {@code
   * frequency_penalty}. Not sent unless written.
   */
  double frequencyPenalty() default Double.NaN;

  /**
   * {@return how much a token is held back once it has occurred, −2 to 2} Wire name {@code
   * presence_penalty}. Not sent unless written.
   */
  double presencePenalty() default Double.NaN;

  /**
   * {@return up to four texts that end the answer where they would appear} Wire name {@code stop}.
   * Not sent unless written.
   */
  String[] stop() default {};

  /**
   * {@return what asks the model to repeat itself: same seed, same request, as far as possible the
   * same answer; any value} Wire name {@code seed}. Not sent unless written.
   */
  long seed() default 0;

  /**
   * {@return a stable name for your end user, for the provider's abuse detection} Wire name {@code
   * user}. Not sent unless written.
   */
  String user() default "";

  /**
   * {@return how much a reasoning model is to think, as in {@code low}, {@code medium} or {@code
   * high}} Wire name {@code reasoning_effort}. Not sent unless written.
   */
  String reasoningEffort() default "";

  /**
   * {@return members of the request that there is no attribute for, each sent under its own name}
   */
  Extra[] extra() default {};

  /** {@return how requests of typed prompts tell the model what the answer must look like} */
  SchemaForm schema() default SchemaForm.AUTO;

  /**
   * {@return whether text that breaks off, at {@link #maxTokens()} or at the end of the context, is
   * an answer all the same} Without it such a call fails with an {@code AnswerTruncatedException}
   * that holds the text. Of use where a method returns {@code String} or a stream of it.
   */
  boolean acceptTruncated() default false;

  /**
   * {@return whether the provider is asked to keep what is the same in every call of a prompt, so
   * that later calls pay less for it; see {@link GatewayzPrompt#cache()}}
   */
  boolean cache() default false;
}
