package dev.gatewayz.chat;

import dev.gatewayz.internal.json.MemberMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link ChatChunk} as it was read. */
record ChatChunkValue(
    String id,
    String object,
    long created,
    String model,
    List<ChunkChoice> choices,
    @Nullable Usage usage,
    Map<String, String> extra)
    implements ChatChunk {

  /** Copies the collections. */
  ChatChunkValue {
    choices = List.copyOf(choices);
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "ChatChunk["
        + "id="
        + id
        + ", object="
        + object
        + ", created="
        + created
        + ", model="
        + model
        + ", choices="
        + choices
        + ", usage="
        + usage
        + ", extra="
        + extra
        + "]";
  }
}
