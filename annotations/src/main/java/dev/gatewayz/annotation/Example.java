package dev.gatewayz.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A question and the answer that would have been right, to show the model what is wanted. */
@Documented
@Target({})
@Retention(RetentionPolicy.CLASS)
public @interface Example {

  /** {@return what the user says: a template} Sent with role {@code user}. */
  String user();

  /** {@return what the model should answer: a template} Sent with role {@code assistant}. */
  String assistant();
}
