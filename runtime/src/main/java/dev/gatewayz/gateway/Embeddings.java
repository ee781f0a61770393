package dev.gatewayz.gateway;

import dev.gatewayz.chat.Usage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Vectors of texts. Immutable. */
public sealed interface Embeddings permits EmbeddingsValue {

  /** {@return the model that made them, with its {@code gatewayz/} prefix} */
  String model();

  /** {@return one for each text, in the same order; not to be changed} */
  List<float[]> vectors();

  /** {@return the tokens, {@code null} where none were reported} */
  @Nullable Usage usage();

  /** {@return the members that this library does not know, each value as JSON text} */
  Map<String, String> extra();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder without vectors
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  default Builder toBuilder() {
    return new Builder().model(model()).vectors(vectors()).usage(usage()).extra(extra());
  }

  /** Collects an {@link Embeddings}. Each method returns this builder. */
  final class Builder {
    private String model = "";
    private List<float[]> vectors = List.of();
    private @Nullable Usage usage;
    private Map<String, String> extra = Map.of();

    private Builder() {}

    /**
     * Sets {@link Embeddings#model()}. Default: empty.
     *
     * @param model the model that made them, with its {@code gatewayz/} prefix
     * @return this builder
     */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /**
     * Sets {@link Embeddings#vectors()}. Default: empty.
     *
     * @param vectors one for each text, in the same order
     * @return this builder
     */
    public Builder vectors(List<float[]> vectors) {
      this.vectors = Objects.requireNonNull(vectors, "vectors");
      return this;
    }

    /**
     * Sets {@link Embeddings#usage()}. Default: none.
     *
     * @param usage the tokens, {@code null} where none were reported
     * @return this builder
     */
    public Builder usage(@Nullable Usage usage) {
      this.usage = usage;
      return this;
    }

    /**
     * Sets {@link Embeddings#extra()}. Default: empty.
     *
     * @param extra the members that this library does not know, each value as JSON text
     * @return this builder
     */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** {@return what was collected} */
    public Embeddings build() {
      return new EmbeddingsValue(model, vectors, usage, extra);
    }
  }
}
