package dev.gatewayz.gateway;

import dev.gatewayz.internal.syntax.ModelName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Texts to be turned into vectors. Mirrors {@code POST /v1/embeddings}.
 *
 * @param model the model, with its {@code gatewayz/} prefix
 * @param input the texts, at least one
 * @param dimensions how many numbers a vector should have, {@code null} for the model's own
 */
public record EmbeddingRequest(String model, List<String> input, @Nullable Integer dimensions) {

  /**
   * Checks the request and copies the list.
   *
   * @throws IllegalArgumentException if the model lacks its prefix, there is no text, or there
   *     would be no dimension
   */
  public EmbeddingRequest {
    model = new ModelName(model).name();
    input = List.copyOf(input);
    if (input.isEmpty()) {
      throw new IllegalArgumentException("There is no text to embed.");
    }
    if (dimensions != null && dimensions < 1) {
      throw new IllegalArgumentException(
          "dimensions is " + dimensions + "; it must be at least 1.");
    }
  }

  /** Texts for a model, with vectors of the model's own size. */
  public static EmbeddingRequest of(String model, String... input) {
    return new EmbeddingRequest(model, List.of(input), null);
  }
}
