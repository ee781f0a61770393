package dev.gatewayz.internal.wire;

import dev.gatewayz.chat.ChatChunk;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of the chunks of one answer: of one that differs from an earlier one in its text,
 * its id and its time alone, a value that shares all the rest. Not thread-safe.
 */
public final class ChunkValues {
  private final String requestedModel;

  /** The first id that a chunk had. */
  private String id = "";

  /** The last one that was made whole, and what its event looked like. */
  private @Nullable ChatChunk last;

  private @Nullable ChunkShape lastShape;

  /**
   * Values of an answer.
   *
   * @param requestedModel the model to name where the server names none
   */
  public ChunkValues(String requestedModel) {
    this.requestedModel = requestedModel;
  }

  /** The id of the answer, empty if it is not known yet. */
  public String id() {
    return id;
  }

  /** The value of a chunk. */
  public ChatChunk of(AnswerFields chunk) {
    String own = chunk.id();
    if (id.isEmpty() && own != null) {
      id = own;
    }
    ChatChunk like = last;
    String text = chunk.textIfAlike(lastShape);
    if (like != null && text != null) {
      return like.withText(text, own == null || own.isEmpty() ? id : own, chunk.created());
    }
    ChatChunk whole = chunk.toChunk(requestedModel, id);
    last = whole;
    lastShape = chunk.shape;
    return whole;
  }
}
