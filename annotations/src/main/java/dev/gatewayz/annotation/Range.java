package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The numbers that a component of a typed answer or a parameter of a tool may be. The model is told
 * so in the JSON Schema, and a number outside the range is refused when the answer is read.
 *
 * <p>It also applies to elements, as in {@code List<@Range(min = 0, max = 1) Double>}. Jakarta
 * Validation's {@code @Min}, {@code @Max}, {@code @DecimalMin}, {@code @DecimalMax},
 * {@code @Positive}, {@code @Negative} and their variants are understood as well.
 */
@Documented
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.TYPE_USE
})
@Retention(RetentionPolicy.CLASS)
public @interface Range {

  /** {@return the least number, itself included} */
  double min() default Double.NEGATIVE_INFINITY;

  /** {@return the greatest number, itself included} */
  double max() default Double.POSITIVE_INFINITY;
}
