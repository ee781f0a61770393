package dev.gatewayz.gateway;

import dev.gatewayz.chat.Usage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Vectors of texts. Immutable. */
public sealed interface Embeddings permits EmbeddingsValue {

  /** The model that made them, with its {@code gatewayz/} prefix. */
  String model();

  /** One for each text, in the same order; not to be changed. */
  List<float[]> vectors();

  /** The tokens, {@code null} where none were reported. */
  @Nullable Usage usage();

  /** The members that this library does not know, each value as JSON text. */
  Map<String, String> extra();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
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

    /** See {@link Embeddings#model()}. Default: empty. */
    public Builder model(String model) {
      this.model = Objects.requireNonNull(model, "model");
      return this;
    }

    /** See {@link Embeddings#vectors()}. Default: empty. */
    public Builder vectors(List<float[]> vectors) {
      this.vectors = Objects.requireNonNull(vectors, "vectors");
      return this;
    }

    /** See {@link Embeddings#usage()}. Default: none. */
    public Builder usage(@Nullable Usage usage) {
      this.usage = usage;
      return this;
    }

    /** See {@link Embeddings#extra()}. Default: empty. */
    public Builder extra(Map<String, String> extra) {
      this.extra = Objects.requireNonNull(extra, "extra");
      return this;
    }

    /** What was collected. */
    public Embeddings build() {
      return new EmbeddingsValue(model, vectors, usage, extra);
    }
  }
}
