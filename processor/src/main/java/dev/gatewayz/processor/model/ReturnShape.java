package dev.gatewayz.processor.model;

import java.util.Optional;

/** How an answer reaches the caller. */
public sealed interface ReturnShape {

  /** Goes to the case of its kind. */
  <R> R accept(ReturnShapeVisitor<R> visitor);

  /** Whether all answers reach the caller where several were asked for. */
  boolean holdsSeveral();

  /** Whether the answer comes in one piece. */
  boolean isWhole();

  /** Whether the caller gets text and nothing that says how it ended. */
  boolean isPlainText();

  /** What the whole answer looks like, unless it is text. */
  Optional<Structure> structure();

  /** What grows, if the answer comes as a value that grows. */
  default Optional<Structure> growing() {
    return Optional.empty();
  }

  /**
   * In one piece.
   *
   * @param answer what it is read as
   * @param delivery what the caller gets at once
   * @param whole whether it comes with usage, all choices and the rest
   */
  record Single(AnswerType answer, Delivery delivery, boolean whole) implements ReturnShape {
    @Override
    public <R> R accept(ReturnShapeVisitor<R> visitor) {
      return visitor.single(this);
    }

    @Override
    public boolean holdsSeveral() {
      return whole;
    }

    @Override
    public boolean isWhole() {
      return true;
    }

    @Override
    public boolean isPlainText() {
      return !whole && structure().isEmpty();
    }

    @Override
    public Optional<Structure> structure() {
      return answer.match(text -> Optional.empty(), typed -> Optional.of(typed.structure()));
    }
  }

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
  record TextPublisher() implements ReturnShape {
    @Override
    public <R> R accept(ReturnShapeVisitor<R> visitor) {
      return visitor.textPublisher(this);
    }

    @Override
    public boolean holdsSeveral() {
      return false;
    }

    @Override
    public boolean isWhole() {
      return false;
    }

    @Override
    public boolean isPlainText() {
      return true;
    }

    @Override
    public Optional<Structure> structure() {
      return Optional.empty();
    }
  }

  /** Chunk by chunk, to a subscriber. */
  record ChunkPublisher() implements ReturnShape {
    @Override
    public <R> R accept(ReturnShapeVisitor<R> visitor) {
      return visitor.chunkPublisher(this);
    }

    @Override
    public boolean holdsSeveral() {
      return true;
    }

    @Override
    public boolean isWhole() {
      return false;
    }

    @Override
    public boolean isPlainText() {
      return false;
    }

    @Override
    public Optional<Structure> structure() {
      return Optional.empty();
    }
  }

  /**
   * Element by element, to a subscriber.
   *
   * @param list the answer as a whole
   * @param element an element of it
   */
  record ElementPublisher(Structure list, Structure element) implements ReturnShape {
    @Override
    public <R> R accept(ReturnShapeVisitor<R> visitor) {
      return visitor.elementPublisher(this);
    }

    @Override
    public boolean holdsSeveral() {
      return false;
    }

    @Override
    public boolean isWhole() {
      return false;
    }

    @Override
    public boolean isPlainText() {
      return false;
    }

    @Override
    public Optional<Structure> structure() {
      return Optional.of(list);
    }
  }

  /**
   * As a value that grows, to a subscriber.
   *
   * @param value the value
   */
  record SnapshotPublisher(Structure value) implements ReturnShape {
    @Override
    public <R> R accept(ReturnShapeVisitor<R> visitor) {
      return visitor.snapshotPublisher(this);
    }

    @Override
    public boolean holdsSeveral() {
      return false;
    }

    @Override
    public boolean isWhole() {
      return false;
    }

    @Override
    public boolean isPlainText() {
      return false;
    }

    @Override
    public Optional<Structure> structure() {
      return Optional.of(value);
    }

    @Override
    public Optional<Structure> growing() {
      return Optional.of(value);
    }
  }

  /** Piece by piece, to a thread that waits. */
  record Blocking(ReturnShape publisher) implements ReturnShape {
    @Override
    public <R> R accept(ReturnShapeVisitor<R> visitor) {
      return visitor.blocking(this);
    }

    @Override
    public boolean holdsSeveral() {
      return publisher.holdsSeveral();
    }

    @Override
    public boolean isWhole() {
      return publisher.isWhole();
    }

    @Override
    public boolean isPlainText() {
      return publisher.isPlainText();
    }

    @Override
    public Optional<Structure> structure() {
      return publisher.structure();
    }

    @Override
    public Optional<Structure> growing() {
      return publisher.growing();
    }
  }

  /** As a type of another library. */
  record Adapted(ReturnShape publisher, Adapter adapter) implements ReturnShape {
    @Override
    public <R> R accept(ReturnShapeVisitor<R> visitor) {
      return visitor.adapted(this);
    }

    @Override
    public boolean holdsSeveral() {
      return publisher.holdsSeveral();
    }

    @Override
    public boolean isWhole() {
      return publisher.isWhole();
    }

    @Override
    public boolean isPlainText() {
      return publisher.isPlainText();
    }

    @Override
    public Optional<Structure> structure() {
      return publisher.structure();
    }

    @Override
    public Optional<Structure> growing() {
      return publisher.growing();
    }
  }
}
