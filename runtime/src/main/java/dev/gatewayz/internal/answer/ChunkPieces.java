package dev.gatewayz.internal.answer;

import dev.gatewayz.chat.ChatChunk;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.wire.AnswerFields;
import dev.gatewayz.internal.wire.ChunkValues;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every chunk as it is. */
public final class ChunkPieces implements PieceMaker<ChatChunk> {
  private final ChunkValues values;

  /**
   * The chunks of an answer.
   *
   * @param model the model to name where the server names none
   */
  public ChunkPieces(String model) {
    values = new ChunkValues(model);
  }

  @Override
  public String wantedId() {
    return values.id();
  }

  @Override
  public void onChunk(AnswerFields chunk, Consumer<? super ChatChunk> pieces) {
    pieces.accept(values.of(chunk));
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
