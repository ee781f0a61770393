package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many milliseconds the calls of a prompt, or of all prompts of an interface, may take. What is
 * not written is as the client has it; what a call sets in its {@code CallOptions} comes before
 * both.
 *
 * <pre>{@code
 * @DeadlineMillis(firstToken = 5_000, total = 30_000)
 * @GatewayzPrompt("Write a haiku about {{topic}}")
 * Flow.Publisher<String> write(String topic);
 * }</pre>
 *
 * <p>A call that is late fails with a {@code DeadlineExceededException} that names the phase and
 * holds what had arrived.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface DeadlineMillis {

  /**
   * {@return how long until there is a connection with room, in milliseconds, at least 1} Client's
   * default: 10 s.
   */
  int acquire() default 0;

  /**
   * {@return how long from sending a streamed request to the first piece of its answer, in
   * milliseconds, at least 1} Client's default: 60 s.
   */
  int firstToken() default 0;

  /**
   * {@return how long from one piece of an answer to the next, in milliseconds, at least 1}
   * Client's default: 60 s.
   */
  int idle() default 0;

  /**
   * {@return how long all attempts and the waits between them may take together, in milliseconds,
   * at least 1} Client's default: 10 minutes.
   */
  int total() default 0;
}
