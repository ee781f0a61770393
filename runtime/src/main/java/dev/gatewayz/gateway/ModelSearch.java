package dev.gatewayz.gateway;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Which models are looked for. Mirrors the parameters of {@code GET /v1/models/search}. Immutable.
 */
public final class ModelSearch {
  private final Map<String, String> parameters;

  private ModelSearch(Builder builder) {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
  }

  /**
   * {@return all models whose name or description has these words}
   *
   * @param words as somebody would search for them
   */
  public static ModelSearch of(String words) {
    return builder().words(words).build();
  }

  /**
   * Starts with all models, of which the gateway shows the first 20 or so.
   *
   * @return a builder that asks for nothing in particular
   */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.parameters.putAll(parameters);
    return builder;
  }

  /** {@return what is sent: the wire names, and the values as text} */
  public Map<String, String> parameters() {
    return parameters;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ModelSearch that && parameters.equals(that.parameters);
  }

  @Override
  public int hashCode() {
    return parameters.hashCode();
  }

  @Override
  public String toString() {
    return "ModelSearch" + parameters;
  }

  /** What models are sorted by. */
  public enum Order {
    /** By price. */
    PRICE,
    /** By how many tokens they take. */
    CONTEXT,
    /** By how often they are called. */
    POPULARITY,
    /** By name. */
    NAME
  }

  /** Collects a {@link ModelSearch}. Each method returns this builder. */
  public static final class Builder {
    private static final int MOST = 100;

    private final Map<String, String> parameters = new LinkedHashMap<>();

    private Builder() {}

    private Builder set(String name, String value) {
      parameters.put(name, value);
      return this;
    }

    /**
     * Looks for words of the name or the description. Wire name {@code q}.
     *
     * @param words as somebody would search for them
     * @return this builder
     */
    public Builder words(String words) {
      return set("q", Objects.requireNonNull(words, "words"));
    }

    /**
     * Looks for what goes in and comes out, as in {@code text->text}.
     *
     * @param modality as {@link Model#modality()} has it
     * @return this builder
     */
    public Builder modality(String modality) {
      return set("modality", Objects.requireNonNull(modality, "modality"));
    }

    /**
     * Looks for who runs it, as in {@code openrouter}. Wire name {@code gateway}.
     *
     * @param provider as {@link Model#provider()} has it
     * @return this builder
     */
    public Builder provider(String provider) {
      return set("gateway", Objects.requireNonNull(provider, "provider"));
    }

    /**
     * Looks for models with a context of at least so many tokens. Wire name {@code min_context}.
     *
     * @param tokens {@link Model#contextLength()}
     * @return this builder
     */
    public Builder minContext(long tokens) {
      return set("min_context", Long.toString(tokens));
    }

    /**
     * Looks for models with a context of at most so many tokens. Wire name {@code max_context}.
     *
     * @param tokens {@link Model#contextLength()}
     * @return this builder
     */
    public Builder maxContext(long tokens) {
      return set("max_context", Long.toString(tokens));
    }

    /**
     * Looks for models that cost at least so many dollars for a token, the mean of prompt and
     * answer.
     *
     * @param dollars for one token, not for a million; wire name {@code min_price}
     * @return this builder
     */
    public Builder minPrice(BigDecimal dollars) {
      return set("min_price", dollars.toPlainString());
    }

    /**
     * Looks for models that cost at most so many dollars for a token, the mean of prompt and
     * answer.
     *
     * @param dollars for one token, not for a million; wire name {@code max_price}
     * @return this builder
     */
    public Builder maxPrice(BigDecimal dollars) {
      return set("max_price", dollars.toPlainString());
    }

    /**
     * Sets what comes first. Wire names {@code sort_by} and {@code order}.
     *
     * @param order what models are sorted by
     * @param ascending whether the least comes first
     * @return this builder
     */
    public Builder sortBy(Order order, boolean ascending) {
      return set("sort_by", order.name().toLowerCase(java.util.Locale.ROOT))
          .set("order", ascending ? "asc" : "desc");
    }

    /**
     * Sets how many models to show. Wire name {@code limit}.
     *
     * @param limit 1 to 100
     * @return this builder
     * @throws IllegalArgumentException if it is not from 1 to 100
     */
    public Builder limit(int limit) {
      if (limit < 1 || limit > MOST) {
        throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to 100.");
      }
      return set("limit", Integer.toString(limit));
    }

    /**
     * Sets how many models to pass over. Wire name {@code offset}.
     *
     * @param offset 0 or more
     * @return this builder
     */
    public Builder offset(int offset) {
      return set("offset", Integer.toString(offset));
    }

    /** {@return what was collected} */
    public ModelSearch build() {
      return new ModelSearch(this);
    }
  }
}
