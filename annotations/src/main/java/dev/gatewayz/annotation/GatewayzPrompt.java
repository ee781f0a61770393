package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a prompt: its template becomes the request, its parameters fill the template, its
 * return type says how the answer arrives.
 *
 * <pre>{@code
 * @GatewayzPrompt("Write a haiku about {{topic}}.")
 * String haiku(String topic);
 * }</pre>
 *
 * <p>Templates are <a href="https://mustache.github.io/mustache.5.html">Mustache</a>, checked
 * against the parameters while your code compiles. A prompt is not HTML, so nothing is
 * HTML-escaped. What an argument contains is never read as template.
 *
 * <p>An attribute that is not written here takes the value on {@link GatewayzClient}; one that is
 * written nowhere is not sent.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface GatewayzPrompt {

  /**
   * {@return how the prompt's id ends, instead of the method's name: letters from A to Z, digits,
   * {@code _} and {@code -}} The id is {@code com.acme.EarningsAnalyst.summarise}; it names the
   * prompt in usage reports, budgets, logs and traces, and a constant of the generated client holds
   * it, here {@code SUMMARISE_ID}. Of overloaded prompts all but one need this.
   */
  String id() default "";

  /**
   * {@return the template of the user message} Either this or {@link #resource()} must be written,
   * and its text must not be blank.
   */
  String value() default "";

  /**
   * {@return a resource file that holds the template of the user message, instead of {@link
   * #value()}: a path from the root of the resources, as in {@code prompts/summary.mustache}, in
   * UTF-8}
   */
  String resource() default "";

  /** {@return the template of the system message, which comes first} */
  String system() default "";

  /**
   * {@return questions with the answers that would have been right, in the order in which they are
   * sent: after the system message and before the history}
   */
  Example[] examples() default {};

  /**
   * {@return names of {@link Untrusted} parameters that the system message may use all the same}
   */
  String[] untrustedInSystem() default {};

  /** {@return the model to ask, with its {@code gatewayz/} prefix} Wire name {@code model}. */
  String model() default "";

  /**
   * {@return other models, asked in this order when the one before has failed for good and nothing
   * of its answer was handed on: after rate limits, overload, deadlines, full context windows, and
   * unknown or withdrawn models} Each with its {@code gatewayz/} prefix.
   */
  String[] fallbacks() default {};

  /** {@return how random the answer is, 0 to 2} Wire name {@code temperature}. */
  double temperature() default Double.NaN;

  /**
   * {@return the share of probability mass that tokens are drawn from, 0 to 1} Wire name {@code
   * top_p}.
   */
  double topP() default Double.NaN;

  /** {@return the most tokens the answer may have, at least 1} Wire name {@code max_tokens}. */
  int maxTokens() default 0;

  /**
   * {@return how much a token is held back by its count so far, −2 to 2} Wire name {@code
   * frequency_penalty}.
   */
  double frequencyPenalty() default Double.NaN;

  /**
   * {@return how much a token is held back once it has occurred, −2 to 2} Wire name {@code
   * presence_penalty}.
   */
  double presencePenalty() default Double.NaN;

  /**
   * {@return up to four texts that end the answer where they would appear} Wire name {@code stop}.
   */
  String[] stop() default {};

  /**
   * {@return how many answers to draw, at least 1; more than one needs a return type that can hold
   * them, such as {@code Completion<String>}} Wire name {@code n}. Gatewayz itself may bill for all
   * and return the first only.
   */
  int n() default 1;

  /** {@return what asks the model to repeat itself, any value} Wire name {@code seed}. */
  long seed() default 0;

  /** {@return a stable name for your end user} Wire name {@code user}. */
  String user() default "";

  /**
   * {@return how much a reasoning model is to think, as in {@code low}, {@code medium} or {@code
   * high}} Wire name {@code reasoning_effort}.
   */
  String reasoningEffort() default "";

  /**
   * {@return members of the request that there is no attribute for, each sent under its own name}
   * They are sent beside those of the interface; of one name, these count.
   */
  Extra[] extra() default {};

  /**
   * {@return whether text that breaks off, at {@link #maxTokens()} or at the end of the context, is
   * an answer all the same} Without it such a call fails with an {@code AnswerTruncatedException}
   * that holds the text. Of use with text only.
   */
  boolean acceptTruncated() default false;

  /**
   * {@return whether the provider is asked to keep what is the same in every call, so that later
   * calls pay less for it: {@code cache_control} marks behind the tools, the system message, the
   * examples and a long head of the user message, as far as nothing before them changes} A provider
   * may charge for keeping it, keeps some 1,000 tokens at least, and forgets it after some minutes.
   * Of use with models that ask for such marks, as Claude does; others cache without them, and a
   * strict server may refuse them. {@code Usage.cachedTokens()} shows what was saved.
   */
  boolean cache() default false;

  /**
   * {@return attributes of {@link GatewayzClient} that do not hold for this prompt, by their names,
   * as in {@code unset = "temperature"}} The prompt is sent as if the interface did not have them.
   * What is written here itself still counts. {@code model} and {@code name} cannot be undone.
   */
  String[] unset() default {};

  /**
   * {@return whether the answer's JSON Schema is sent in strict mode, which makes the server
   * enforce it} Without it, types may hold a {@code Map<String, …>}, and answers are as good as the
   * model. Of use with a typed answer only.
   */
  boolean strict() default true;

  /**
   * {@return how the request tells the model what the answer must look like} Of use with a typed
   * answer only.
   */
  SchemaForm schema() default SchemaForm.AUTO;

  /**
   * {@return how often the model is asked again, 0 to 5, if its answer does not fit the return
   * type: it is shown what it said and what is wrong with it} Of use with a typed answer in one
   * piece only.
   */
  int repair() default 0;

  /**
   * {@return whether a stream of a record carries that record as it grows: a value whenever more of
   * it is known, with texts and lists as far as they have come, and last the whole one} Of use with
   * a stream of a record whose components are all {@code Optional}, {@code @Nullable}, lists, sets,
   * arrays or maps; without it, such a stream carries the elements of a list.
   */
  boolean snapshots() default false;

  /**
   * {@return types whose {@link GatewayzTool} methods the model may have called} The constructor of
   * the generated client takes an object of each.
   */
  Class<?>[] tools() default {};

  /** {@return how often the model may ask for tools before the call fails, 1 to 100} */
  int maxToolRounds() default 8;

  /**
   * {@return whether the model must ask for tools, in every round: {@code auto}, {@code none},
   * {@code required}, or the name of the tool that it must ask for} Wire name {@code tool_choice}.
   * Of use with {@link #tools()} only.
   */
  String toolChoice() default "";
}
