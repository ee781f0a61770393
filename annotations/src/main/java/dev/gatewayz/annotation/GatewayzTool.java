package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a method a tool: the model may have it called while it answers a prompt that names the type
 * in {@link GatewayzPrompt#tools()}.
 *
 * <pre>{@code
 * @GatewayzTool("The weather of the next days.")
 * Forecast forecast(@Describe("a city") String city, @Range(min = 1, max = 7) int days) { … }
 * }</pre>
 *
 * <p>Parameters have the types that answers may have; {@link Describe} says what they mean. The
 * result, or what a {@code CompletableFuture} brings, is sent as text if it is text, else as JSON.
 * What the model gets wrong, it is told; so is what the method throws.
 *
 * <p>The schema of the arguments, their decoding and the call are generated. The methods run on the
 * executor of the client, several at a time.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.CLASS)
public @interface GatewayzTool {

  /**
   * {@return what the tool does and when to use it, for the model} If it is not written, the
   * Javadoc of the method is taken, and of its parameters what {@code @param} says. A compiler sees
   * the Javadoc of what it compiles only, not that of class files.
   */
  String value() default "";

  /**
   * {@return what the model calls the tool: letters, digits, {@code _} and {@code -}} The method's
   * name.
   */
  String name() default "";

  /**
   * {@return whether the schema of the arguments is sent in strict mode, which makes the server
   * enforce it} Without it, parameters may hold a {@code Map<String, …>}.
   */
  boolean strict() default true;

  /**
   * {@return exceptions that end the call of the prompt instead of being told to the model, with
   * those that extend them} An {@link Error} always does.
   */
  Class<? extends Throwable>[] fatal() default {};

  /**
   * {@return whether somebody must approve each call of the tool} The call of the prompt then ends
   * with an {@code ApprovalRequiredException} before a tool of that answer has run, and goes on
   * when it was decided.
   */
  boolean approval() default false;
}
