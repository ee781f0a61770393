package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the model what a type, a component or a parameter means. It becomes the {@code description}
 * in the JSON Schema of a typed answer or of a tool.
 */
@Documented
@Target({
  ElementType.TYPE,
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.PARAMETER,
  ElementType.METHOD
})
@Retention(RetentionPolicy.CLASS)
public @interface Describe {

  /** {@return the description, in the words you would use towards a colleague} */
  String value();
}
