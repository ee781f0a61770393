package dev.gatewayz.chat;

import dev.gatewayz.internal.json.MemberMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

  /** Where the first answer stands among choices, negative if nowhere. */
  static int first(List<ChunkChoice> choices) {
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i).index() == 0) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChatChunk that
        && id.equals(that.id())
        && object.equals(that.object())
        && created == that.created()
        && model.equals(that.model())
        && Objects.equals(usage, that.usage())
        && extra.equals(that.extra())
        && choices.equals(that.choices());
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, object, created, model, choices, usage, extra);
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
