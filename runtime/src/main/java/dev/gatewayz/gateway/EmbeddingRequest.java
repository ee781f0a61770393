package dev.gatewayz.gateway;

import dev.gatewayz.internal.syntax.ModelName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Texts to be turned into vectors. Mirrors {@code POST /v1/embeddings}. Immutable. */
public final class EmbeddingRequest {
  private final String model;
  private final List<String> input;
  private final @Nullable Integer dimensions;
  private final boolean base64;
  private final @Nullable String user;

  private EmbeddingRequest(Builder builder) {
    model = builder.model;
    input = List.copyOf(builder.input);
    dimensions = builder.dimensions;
    base64 = builder.base64;
    user = builder.user;
  }

  /**
   * {@return texts for a model, with vectors of the model's own size}
   *
   * @param model with its {@code gatewayz/} prefix
   * @param input at least one text
   * @throws IllegalArgumentException if the model lacks its prefix, or there is no text
   */
  public static EmbeddingRequest of(String model, String... input) {
    return builder(model).input(input).build();
  }

  /**
   * Starts with a model.
   *
   * @param model with its {@code gatewayz/} prefix
   * @return a builder without texts, of which there must be one
   * @throws IllegalArgumentException if the prefix is missing
   */
  public static Builder builder(String model) {
    return new Builder(model);
  }

  /** {@return a builder that holds the same} */
  public Builder toBuilder() {
    Builder builder = new Builder(model);
    builder.input.addAll(input);
    builder.dimensions = dimensions;
    builder.base64 = base64;
    builder.user = user;
    return builder;
  }

  /** {@return the model, with its {@code gatewayz/} prefix} */
  public String model() {
    return model;
  }

  /** {@return the texts, at least one} */
  public List<String> input() {
    return input;
  }

  /** {@return how many numbers a vector should have, {@code null} for the model's own} */
  public @Nullable Integer dimensions() {
    return dimensions;
  }

  /** {@return whether vectors are to be sent in base64, which is a third of the size} */
  public boolean base64() {
    return base64;
  }

  /** {@return for whom it is, {@code null} if that is not said} */
  public @Nullable String user() {
    return user;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmbeddingRequest that
        && model.equals(that.model)
        && input.equals(that.input)
        && Objects.equals(dimensions, that.dimensions)
        && base64 == that.base64
        && Objects.equals(user, that.user);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model, input, dimensions, base64, user);
  }

  /** Does not show the texts. */
  @Override
  public String toString() {
    return "EmbeddingRequest[model=" + model + ", texts=" + input.size() + "]";
  }

  /** Collects an {@link EmbeddingRequest}. Each method returns this builder. */
  public static final class Builder {
    private final String model;
    private final List<String> input = new ArrayList<>();
    private @Nullable Integer dimensions;
    private boolean base64;
    private @Nullable String user;

    private Builder(String model) {
      this.model = new ModelName(model).name();
    }

    /**
     * Adds texts.
     *
     * @param texts in the order of the vectors
     * @return this builder
     */
    public Builder input(String... texts) {
      return input(List.of(texts));
    }

    /**
     * Adds texts.
     *
     * @param texts in the order of the vectors
     * @return this builder
     */
    public Builder input(List<String> texts) {
      input.addAll(List.copyOf(texts));
      return this;
    }

    /**
     * Sets how many numbers a vector should have. Default: as many as the model likes. Wire name
     * {@code dimensions}.
     *
     * @param dimensions at least 1
     * @return this builder
     * @throws IllegalArgumentException if it is below 1
     */
    public Builder dimensions(int dimensions) {
      if (dimensions < 1) {
        throw new IllegalArgumentException(
            "dimensions is " + dimensions + "; it must be at least 1.");
      }
      this.dimensions = dimensions;
      return this;
    }

    /**
     * Has vectors sent in base64, which is a third of the size and the same to you. Default: as
     * numbers, which every server can. Wire name {@code encoding_format}.
     *
     * @return this builder
     */
    public Builder base64() {
      this.base64 = true;
      return this;
    }

    /**
     * Sets for whom it is, for a provider that looks for abuse. Default: not said.
     *
     * @param user a stable name that does not say who it is
     * @return this builder
     */
    public Builder user(String user) {
      this.user = Objects.requireNonNull(user, "user");
      return this;
    }

    /**
     * {@return what was collected}
     *
     * @throws IllegalArgumentException if there is no text
     */
    public EmbeddingRequest build() {
      if (input.isEmpty()) {
        throw new IllegalArgumentException("There is no text to embed.");
      }
      return new EmbeddingRequest(this);
    }
  }
}
