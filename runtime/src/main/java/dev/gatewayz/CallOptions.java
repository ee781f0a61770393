package dev.gatewayz;

import dev.gatewayz.chat.ModelName;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.call.ApiBase;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call wants otherwise than its prompt and its client say. Declare a parameter of this
 * type on a prompt method, or pass it beside a {@code ChatRequest}.
 *
 * @param model another model
 * @param parameters other ways to answer; each that is set replaces the prompt's
 * @param apiKey another key
 * @param apiBase another gateway
 * @param headers further request headers, by lower-case name
 */
public record CallOptions(
    @Nullable ModelName model,
    Parameters parameters,
    @Nullable ApiKey apiKey,
    @Nullable URI apiBase,
    Map<String, String> headers) {

  /** Nothing is wanted otherwise. */
  public static final CallOptions NONE =
      new CallOptions(null, Parameters.NONE, null, null, Map.of());

  /** Copies the map. */
  public CallOptions {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Starts with nothing changed. */
  public static Builder builder() {
    return new Builder();
  }

  /** Shows what is set; of headers only the names. */
  @Override
  public String toString() {
    return "CallOptions[model="
        + model
        + ", parameters="
        + parameters
        + ", apiKey="
        + apiKey
        + ", apiBase="
        + apiBase
        + ", headers="
        + headers.keySet()
        + "]";
  }

  /** Collects call options. */
  public static final class Builder extends Parameters.Builder<Builder> {
    private @Nullable ModelName model;
    private @Nullable ApiKey apiKey;
    private @Nullable URI apiBase;
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Builder() {}

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Another model, with its {@code gatewayz/} prefix.
     *
     * @throws IllegalArgumentException if the prefix is missing
     */
    public Builder model(String model) {
      this.model = new ModelName(model);
      return this;
    }

    /**
     * Another key.
     *
     * @throws IllegalArgumentException if the key is blank
     */
    public Builder apiKey(String apiKey) {
      this.apiKey = ApiKey.of(apiKey);
      return this;
    }

    /**
     * Another gateway, with or without a trailing {@code /} or {@code /v1}.
     *
     * @throws IllegalArgumentException if this is no {@code http:} or {@code https:} URL
     */
    public Builder apiBase(String apiBase) {
      ApiBase.parse(apiBase);
      this.apiBase = URI.create(apiBase.strip());
      return this;
    }

    /** A further request header. */
    public Builder header(String name, String value) {
      headers.put(name.toLowerCase(Locale.ROOT), value);
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public CallOptions build() {
      return new CallOptions(model, parameters(), apiKey, apiBase, headers);
    }
  }
}
