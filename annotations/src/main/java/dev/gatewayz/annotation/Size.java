package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long a text, or how many elements a list, set, array or map of a typed answer may have. For
 * elements it becomes keywords of the JSON Schema. Strict mode has no keyword for the length of a
 * text, so the model is told in the description. Either is checked when the answer is read.
 *
 * <p>Jakarta Validation's {@code @Size}, {@code @NotEmpty} and {@code @NotBlank} are understood as
 * well.
 */
@Documented
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.TYPE_USE
})
@Retention(RetentionPolicy.CLASS)
public @interface Size {

  /** {@return the least length, in {@code char}s or elements} */
  int min() default 0;

  /** {@return the greatest length, in {@code char}s or elements} */
  int max() default Integer.MAX_VALUE;
}
