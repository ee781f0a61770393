package dev.gatewayz.processor.model;

import java.util.Optional;

/** How an answer reaches the caller. */
public sealed interface ReturnShape {

  /**
   * In one piece.
   *
   * @param answer what it is read as
   * @param delivery what the caller gets at once
   * @param whole whether it comes with usage, all choices and the rest
   */
  record Single(AnswerType answer, Delivery delivery, boolean whole) implements ReturnShape {}

  /** What the caller gets at once. */
  enum Delivery {
    /** The answer: the caller waits for it. */
    VALUE,
    /** A future. */
    FUTURE,
    /** A publisher of one answer. */
    PUBLISHER
  }

  /** Piece by piece, as text, to a subscriber. */
  record TextPublisher() implements ReturnShape {}

  /** Chunk by chunk, to a subscriber. */
  record ChunkPublisher() implements ReturnShape {}

  /**
   * Element by element, to a subscriber.
   *
   * @param list the answer as a whole
   * @param element an element of it
   */
  record ElementPublisher(Structure list, Structure element) implements ReturnShape {}

  /** Piece by piece, as text, to a thread that waits. */
  record TextStream() implements ReturnShape {}

  /** As a type of another library. */
  record Adapted(ReturnShape publisher, Adapter adapter) implements ReturnShape {}

  /** Whether all answers reach the caller where several were asked for. */
  default boolean holdsSeveral() {
    return this instanceof ChunkPublisher
        || (this instanceof Single single && single.whole())
        || (this instanceof Adapted adapted && adapted.publisher().holdsSeveral());
  }

  /** Whether the answer comes in one piece. */
  default boolean isWhole() {
    return this instanceof Single
        || (this instanceof Adapted adapted && adapted.publisher().isWhole());
  }

  /** What the whole answer looks like, unless it is text. */
  default Optional<Structure> structure() {
    if (this instanceof ElementPublisher elements) {
      return Optional.of(elements.list());
    }
    if (this instanceof Adapted adapted) {
      return adapted.publisher().structure();
    }
    return this instanceof Single single && single.answer() instanceof AnswerType.Typed typed
        ? Optional.of(typed.structure())
        : Optional.empty();
  }
}
