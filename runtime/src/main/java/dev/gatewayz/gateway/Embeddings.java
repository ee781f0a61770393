package dev.gatewayz.gateway;

import dev.gatewayz.chat.Usage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Vectors of texts.
 *
 * @param model the model that made them, with its {@code gatewayz/} prefix
 * @param vectors one for each text, in the same order; not to be changed
 * @param usage the tokens, {@code null} where none were reported
 */
public record Embeddings(String model, List<float[]> vectors, @Nullable Usage usage) {

  /** Copies the list. */
  public Embeddings {
    vectors = List.copyOf(vectors);
  }
}
