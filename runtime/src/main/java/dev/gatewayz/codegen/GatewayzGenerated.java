package dev.gatewayz.codegen;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what the processor wrote, so that coverage and analysis tools can leave it out. Not for use
 * by hand.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface GatewayzGenerated {

  /** {@return the {@link CodegenFormat} it was written in} */
  int format();
}
