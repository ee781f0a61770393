package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A member of the request that there is no attribute for.
 *
 * <pre>{@code
 * @GatewayzPrompt(
 *     value = "Summarise {{text}}.",
 *     extra = @Extra(name = "verbosity", json = "\"low\""))
 * }</pre>
 */
@Documented
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Extra {

  /**
   * {@return the name on the wire; none that an attribute sets, or that the client writes itself}
   */
  String name();

  /** {@return the value, as JSON text} It is checked while your code compiles. */
  String json();
}
