package dev.gatewayz.processor.model;

/** What an answer is read as. */
public sealed interface AnswerType {

  /** The text itself. */
  record Text() implements AnswerType {}

  /** A value that is read from JSON. */
  record Typed(Structure structure) implements AnswerType {}
}
