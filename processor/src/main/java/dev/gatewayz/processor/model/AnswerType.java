package dev.gatewayz.processor.model;

/** What an answer is read as. */
public sealed interface AnswerType {

  /** The text itself. */
  record Text() implements AnswerType {}
}
