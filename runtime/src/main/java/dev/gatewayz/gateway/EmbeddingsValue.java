package dev.gatewayz.gateway;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.internal.json.MemberMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An {@link Embeddings} as it was read. */
record EmbeddingsValue(
    String model, List<float[]> vectors, @Nullable Usage usage, Map<String, String> extra)
    implements Embeddings {

  /** Copies the collections. */
  EmbeddingsValue {
    vectors = List.copyOf(vectors);
    extra = MemberMap.copyOf(extra);
  }

  @Override
  public String toString() {
    return "Embeddings[" + "model=" + model + ", usage=" + usage + ", extra=" + extra + "]";
  }
}
