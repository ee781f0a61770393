package dev.gatewayz.internal.answer;

import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.wire.AnswerFields;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes of the chunks of one streamed answer what its subscriber gets.
 *
 * @param <E> the pieces
 */
public interface PieceMaker<E> {

  /**
   * The id that chunks probably have, empty if that is not known; {@code null} if their ids do not
   * matter.
   */
  @Nullable String wantedId();

  /** Makes pieces of a chunk. */
  void onChunk(AnswerFields chunk, Consumer<? super E> pieces);

  /** The answer is whole; the last chance to hand on what was held back. */
  void onEnd(Consumer<? super E> pieces);

  /** What is wrong with an answer that has come whole, {@code null} if nothing is. */
  @Nullable GatewayzException flaw(StreamContent content);

  /** The answer has no flaw; the last chance to hand on what had to wait for that. */
  default void onWhole() {
    // As a rule, nothing has.
  }
}
