package dev.gatewayz.processor.model;

import java.util.function.Function;

/** What an answer is read as. */
public sealed interface AnswerType {

  /** What the case of its kind makes of it. */
  <R> R match(Function<Text, R> text, Function<Typed, R> typed);

  /** The text itself. */
  record Text() implements AnswerType {

    @Override
    public <R> R match(Function<Text, R> text, Function<Typed, R> typed) {
      return text.apply(this);
    }
  }

  /** A value that is read from JSON. */
  record Typed(Structure structure) implements AnswerType {

    @Override
    public <R> R match(Function<Text, R> text, Function<Typed, R> typed) {
      return typed.apply(this);
    }
  }
}
