package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a text of a typed answer looks like: a regular expression that all of it must match. It
 * becomes a keyword of the JSON Schema if it uses nothing that only Java has, and is checked when
 * the answer is read in any case.
 *
 * <p>Jakarta Validation's {@code @Pattern} is understood as well.
 */
@Documented
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.PARAMETER,
  ElementType.METHOD,
  ElementType.TYPE_USE
})
@Retention(RetentionPolicy.CLASS)
public @interface Pattern {

  /** {@return the expression, in the syntax of {@link java.util.regex.Pattern}} */
  String value();
}
