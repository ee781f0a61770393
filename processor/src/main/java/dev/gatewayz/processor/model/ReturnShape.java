package dev.gatewayz.processor.model;

/** How an answer reaches the caller. */
public sealed interface ReturnShape {

  /**
   * In one piece.
   *
   * @param answer what it is read as
   * @param async whether the caller gets a future for it
   * @param whole whether it comes with usage, all choices and the rest
   */
  record Single(AnswerType answer, boolean async, boolean whole) implements ReturnShape {}

  /** Piece by piece, as text, to a subscriber. */
  record TextPublisher() implements ReturnShape {}

  /** Chunk by chunk, to a subscriber. */
  record ChunkPublisher() implements ReturnShape {}

  /** Piece by piece, as text, to a thread that waits. */
  record TextStream() implements ReturnShape {}

  /** Whether all answers reach the caller where several were asked for. */
  default boolean holdsSeveral() {
    return this instanceof ChunkPublisher || (this instanceof Single single && single.whole());
  }
}
