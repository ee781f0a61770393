package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.wire.AnswerFields;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every chunk as it is. */
public final class ChunkPieces implements PieceMaker<ChatChunk> {
  private final String model;

  /** The first id that a chunk had. */
  private String id = "";

  /**
   * The chunks of an answer.
   *
   * @param model the model to name where the server names none
   */
  public ChunkPieces(String model) {
    this.model = model;
  }

  @Override
  public boolean wantsIds() {
    return true;
  }

  @Override
  public void onChunk(AnswerFields chunk, Consumer<? super ChatChunk> pieces) {
    if (id.isEmpty() && chunk.id() != null) {
      id = chunk.id();
    }
    pieces.accept(chunk.toChunk(model, id));
  }

  @Override
  public void onEnd(Consumer<? super ChatChunk> pieces) {
    // Nothing is held back.
  }

  @Override
  public @Nullable GatewayzException flaw(StreamContent content) {
    return null;
  }
}
