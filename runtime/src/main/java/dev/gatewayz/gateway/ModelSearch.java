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

  /** All models whose name or description has these words. */
  public static ModelSearch of(String words) {
    return builder().words(words).build();
  }

  /** Starts with all models, of which the gateway shows the first 20 or so. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.parameters.putAll(parameters);
    return builder;
  }

  /** What is sent: the wire names, and the values as text. */
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

    /** Words of the name or the description. Wire name {@code q}. */
    public Builder words(String words) {
      return set("q", Objects.requireNonNull(words, "words"));
    }

    /** What goes in and comes out, as in {@code text->text}. */
    public Builder modality(String modality) {
      return set("modality", Objects.requireNonNull(modality, "modality"));
    }

    /** Who runs it, as in {@code openrouter}. Wire name {@code gateway}. */
    public Builder provider(String provider) {
      return set("gateway", Objects.requireNonNull(provider, "provider"));
    }

    /** At least so many tokens. Wire name {@code min_context}. */
    public Builder minContext(long tokens) {
      return set("min_context", Long.toString(tokens));
    }

    /** At most so many tokens. Wire name {@code max_context}. */
    public Builder maxContext(long tokens) {
      return set("max_context", Long.toString(tokens));
    }

    /** At least so many dollars for a token, the mean of prompt and answer. */
    public Builder minPrice(BigDecimal dollars) {
      return set("min_price", dollars.toPlainString());
    }

    /** At most so many dollars for a token, the mean of prompt and answer. */
    public Builder maxPrice(BigDecimal dollars) {
      return set("max_price", dollars.toPlainString());
    }

    /** What comes first. */
    public Builder sortBy(Order order, boolean ascending) {
      return set("sort_by", order.name().toLowerCase(java.util.Locale.ROOT))
          .set("order", ascending ? "asc" : "desc");
    }

    /**
     * How many models to show.
     *
     * @throws IllegalArgumentException if it is not from 1 to 100
     */
    public Builder limit(int limit) {
      if (limit < 1 || limit > MOST) {
        throw new IllegalArgumentException("limit is " + limit + "; it must be from 1 to 100.");
      }
      return set("limit", Integer.toString(limit));
    }

    /** How many models to pass over. */
    public Builder offset(int offset) {
      return set("offset", Integer.toString(offset));
    }

    /** What was collected. */
    public ModelSearch build() {
      return new ModelSearch(this);
    }
  }
}
