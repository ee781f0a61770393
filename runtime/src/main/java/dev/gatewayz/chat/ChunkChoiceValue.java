package dev.gatewayz.chat;

import dev.gatewayz.internal.json.MemberMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link ChunkChoice} as it was read. */
record ChunkChoiceValue(
    int index, Delta delta, @Nullable String finishReasonText, Map<String, String> extra)
    implements ChunkChoice {

  /** Copies the map. */
  ChunkChoiceValue {
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "ChunkChoice["
        + "index="
        + index
        + ", delta="
        + delta
        + ", finishReasonText="
        + finishReasonText
        + ", extra="
        + extra
        + "]";
  }
}
