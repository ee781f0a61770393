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

  /** A value that grows, to a subscriber. */
  R snapshotPublisher(ReturnShape.SnapshotPublisher publisher);

  /** Pieces, to a thread that waits. */
  R blocking(ReturnShape.Blocking blocking);

  /** A type of another library. */
  R adapted(ReturnShape.Adapted adapted);
}
