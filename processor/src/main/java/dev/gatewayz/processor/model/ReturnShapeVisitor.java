package dev.gatewayz.processor.model;

/** One case for each shape in which an answer reaches the caller. */
public interface ReturnShapeVisitor<R> {

  /** All at once. */
  R single(ReturnShape.Single single);

  /** Text, to a subscriber. */
  R textPublisher(ReturnShape.TextPublisher publisher);

  /** Chunks, to a subscriber. */
  R chunkPublisher(ReturnShape.ChunkPublisher publisher);

  /** Elements, to a subscriber. */
  R elementPublisher(ReturnShape.ElementPublisher publisher);

  /** Text, to a thread that waits. */
  R textStream(ReturnShape.TextStream stream);

  /** A type of another library. */
  R adapted(ReturnShape.Adapted adapted);
}
