package dev.gatewayz;

import dev.gatewayz.chat.ModelName;
import dev.gatewayz.chat.Parameters;
import dev.gatewayz.internal.http.ApiBase;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one call wants otherwise than its prompt and its client say. Declare a parameter of this
 * type on a prompt method, or pass it beside a {@code ChatRequest}. Whatever is not set stays as it
 * is.
 *
 * @param model another model
 * @param parameters other ways to answer; each that is set replaces the prompt's
 * @param apiKey another key
 * @param apiBase another gateway
 * @param headers further request headers, by lower-case name
 * @param deadlines other deadlines
 * @param retries another policy of retries
 * @param fallbacks who is asked, in this order, if the call fails; {@code null} leaves the prompt's
 * @param hedgeAfter after which time without a piece of the answer a second request is sent to race
 *     the first; the loser is cancelled, but both may be billed
 * @param tags marks that listeners and the usage of the client show, as in {@code tenant=acme}
 */
public record CallOptions(
    @Nullable ModelName model,
    Parameters parameters,
    @Nullable ApiKey apiKey,
    @Nullable URI apiBase,
    Map<String, String> headers,
    @Nullable Deadlines deadlines,
    @Nullable RetryPolicy retries,
    @Nullable List<Fallback> fallbacks,
    @Nullable Duration hedgeAfter,
    Map<String, String> tags) {

  /** Nothing is wanted otherwise. */
  public static final CallOptions NONE = builder().build();

  /** Copies the collections. */
  public CallOptions {
    headers = copy(headers);
    fallbacks = fallbacks == null ? null : List.copyOf(fallbacks);
    tags = copy(tags);
  }

  private static Map<String, String> copy(Map<String, String> map) {
    return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
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
        + ", deadlines="
        + deadlines
        + ", retries="
        + retries
        + ", fallbacks="
        + fallbacks
        + ", hedgeAfter="
        + hedgeAfter
        + ", tags="
        + tags
        + "]";
  }

  /** Collects call options. */
  public static final class Builder extends Parameters.Builder<Builder> {
    private @Nullable ModelName model;
    private @Nullable ApiKey apiKey;
    private @Nullable URI apiBase;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Deadlines deadlines;
    private @Nullable RetryPolicy retries;
    private @Nullable List<Fallback> fallbacks;
    private @Nullable Duration hedgeAfter;
    private final Map<String, String> tags = new LinkedHashMap<>();

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

    /** Other deadlines. */
    public Builder deadlines(Deadlines deadlines) {
      this.deadlines = deadlines;
      return this;
    }

    /** Another policy of retries. */
    public Builder retries(RetryPolicy retries) {
      this.retries = retries;
      return this;
    }

    /** One more to be asked if those before have failed. */
    public Builder fallback(Fallback fallback) {
      if (fallbacks == null) {
        fallbacks = new ArrayList<>();
      }
      fallbacks.add(fallback);
      return this;
    }

    /** Nobody else is asked, whatever the prompt says. */
    public Builder noFallback() {
      fallbacks = new ArrayList<>();
      return this;
    }

    /**
     * Sends a second request if nothing of the answer has come by then, and takes the answer that
     * begins first. Both may be billed.
     */
    public Builder hedgeAfter(Duration hedgeAfter) {
      this.hedgeAfter = hedgeAfter;
      return this;
    }

    /**
     * A mark that listeners and the usage of the client show, as in {@code tag("tenant", "acme")}.
     */
    public Builder tag(String name, String value) {
      tags.put(name, value);
      return this;
    }

    /**
     * The options.
     *
     * @throws IllegalArgumentException if a parameter is out of its range
     */
    public CallOptions build() {
      return new CallOptions(
          model,
          parameters(),
          apiKey,
          apiBase,
          headers,
          deadlines,
          retries,
          fallbacks,
          hedgeAfter,
          tags);
    }
  }
}
