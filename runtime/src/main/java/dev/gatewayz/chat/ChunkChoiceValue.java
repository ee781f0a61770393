package dev.gatewayz.chat;

import org.jspecify.annotations.Nullable;

/** A {@link ChunkChoice} as it was read. */
record ChunkChoiceValue(int index, Delta delta, @Nullable String finishReasonText)
    implements ChunkChoice {

  @Override
  public String toString() {
    return "ChunkChoice["
        + "index="
        + index
        + ", delta="
        + delta
        + ", finishReasonText="
        + finishReasonText
        + "]";
  }
}
