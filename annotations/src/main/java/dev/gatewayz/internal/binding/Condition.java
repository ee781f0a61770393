package dev.gatewayz.internal.binding;

/**
 * A question about a value.
 *
 * @param test what is asked
 * @param subject the value
 * @param key the key, if it is about one; else empty
 */
public record Condition(Test test, Expression subject, String key) {

  /** A question that needs no key. */
  public Condition(Test test, Expression subject) {
    this(test, subject, "");
  }

  /** What can be asked. */
  public enum Test {
    /** A boolean is true. */
    TRUE,
    /** A boolean that may be {@code null} is true. */
    BOXED_TRUE,
    /** A value is not {@code null}. */
    NOT_NULL,
    /** An optional holds something. */
    PRESENT,
    /** A text, a collection or a map is not empty. */
    NOT_EMPTY,
    /** An iterable has an element. */
    HAS_ELEMENT,
    /** An array has an element. */
    HAS_LENGTH,
    /** A primitive number is not zero. */
    NOT_ZERO,
    /** A big number is not zero. */
    HAS_SIGN,
    /** Another number is not zero. */
    NOT_ZERO_AS_DOUBLE,
    /** A map has the key. */
    HAS_KEY
  }
}
