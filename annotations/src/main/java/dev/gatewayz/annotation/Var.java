package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a parameter in templates, or of a tool's parameter towards the model, where it should
 * differ from its name in Java, or where the type comes from a jar that was compiled without {@code
 * -parameters} and so has no names.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.CLASS)
public @interface Var {

  /**
   * {@return the name that templates and the model use: letters, digits, {@code _} and {@code -}}
   */
  String value();
}
