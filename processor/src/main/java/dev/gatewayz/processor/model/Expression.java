package dev.gatewayz.processor.model;

/** A value in generated code. */
public sealed interface Expression {

  /** An argument of the prompt. */
  record Argument(String name) implements Expression {}

  /** A variable of the generated code. */
  record Local(String name) implements Expression {}

  /**
   * A property or the content of another value.
   *
   * @param member {@code name()} or {@code name}
   */
  record Member(Expression target, String member) implements Expression {}

  /** The value that a map has for a name. */
  record Entry(Expression map, String key) implements Expression {}

  /**
   * A text that is built from another.
   *
   * @param start a variable, or empty
   */
  record Joined(String start, String end) implements Expression {}

  /** Whether it costs nothing to write it twice. */
  default boolean isName() {
    return this instanceof Argument || this instanceof Local;
  }
}
