package dev.gatewayz.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test, or all tests of a class, with answers of a real gateway that were recorded: {@code
 * MockGateway} parameters are gateways that give these answers.
 *
 * <pre>{@code
 * @Test
 * @Cassette("northwind")
 * void findsAHeadline(MockGateway gateway) {
 *   try (Gatewayz client = Gatewayz.builder().apiBase(gateway.apiBase()).apiKey("test").build()) {
 *     …
 *   }
 * }
 * }</pre>
 *
 * <p>With {@code -Dgatewayz.record=true} (or {@code GATEWAYZ_RECORD=true}) the gateway of {@code
 * GATEWAYZ_API_BASE} answers, paid by {@code GATEWAYZ_API_KEY}, and the answers are written down;
 * what the client takes for a key does not matter. The file is {@code
 * src/test/cassettes/northwind.cassette}, or in the folder that {@code -Dgatewayz.cassettes} names.
 * Each test has a part of its own in it. See {@link Tape} for what is recorded and compared.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@ExtendWith(CassetteExtension.class)
public @interface Cassette {

  /** What becomes of something that is not as it should be. */
  enum Strictness {
    /** It is let pass. */
    ALLOW,
    /** The test fails. */
    FAIL
  }

  /** {@return the name of the file, without {@code .cassette}; may have folders} */
  String value();

  /** {@return what becomes of recorded answers that the test did not ask for} */
  Strictness unused() default Strictness.ALLOW;

  /**
   * {@return what becomes of prompts, of {@link #prompts}, that have changed since they were
   * recorded} Where they are allowed, they are still named when a request is not on the cassette.
   */
  Strictness stale() default Strictness.ALLOW;

  /** {@return prompt interfaces whose prompts' hashes are recorded} */
  Class<?>[] prompts() default {};

  /**
   * {@return regular expressions of what must not be written down, beside keys and account figures}
   */
  String[] redact() default {};

  /**
   * {@return headers of answers that are kept, beside those of {@link Tape}; case does not matter}
   */
  String[] keepHeaders() default {};

  /** {@return whether answers take the time that they took} */
  boolean pace() default false;
}
