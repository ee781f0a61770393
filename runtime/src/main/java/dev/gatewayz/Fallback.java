package dev.gatewayz;

import dev.gatewayz.internal.syntax.ApiBase;
import dev.gatewayz.internal.syntax.ModelName;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked when a call has failed for good, retries included, before anything of its answer was
 * handed on. Immutable.
 *
 * <p>Another model is asked after rate limits, unknown and withdrawn models, full context windows,
 * refused content, statuses from 500 on, a provider that refuses the gateway's own key or account,
 * answers that broke off, and deadlines for the first or the next piece; after what no repetition
 * mends, at once. Another gateway is asked after these, and after connection failures and answers
 * that make no sense. Wrong requests, keys, permissions and credits are final.
 */
public final class Fallback {
  private final @Nullable String model;
  private final @Nullable URI apiBase;
  private final @Nullable ApiKey apiKey;

  private Fallback(@Nullable String model, @Nullable URI apiBase, @Nullable ApiKey apiKey) {
    this.model = model;
    this.apiBase = apiBase;
    this.apiKey = apiKey;
  }

  /**
   * {@return another model of the same gateway}
   *
   * @param model with its {@code gatewayz/} prefix
   * @throws IllegalArgumentException if the prefix is missing
   */
  public static Fallback model(String model) {
    return new Fallback(new ModelName(model).name(), null, null);
  }

  /**
   * {@return the same model of another gateway, which gets the key that the call has: name only
   * gateways that may know it}
   *
   * @param apiBase with or without a trailing {@code /} or {@code /v1}
   * @throws IllegalArgumentException if this is no {@code http:} or {@code https:} URL
   */
  public static Fallback apiBase(String apiBase) {
    return new Fallback(null, ApiBase.uri(apiBase), null);
  }

  /**
   * {@return the same model of another gateway, paid for with another key}
   *
   * @param apiBase with or without a trailing {@code /} or {@code /v1}
   * @param apiKey the key that pays there
   * @throws IllegalArgumentException if this is no {@code http:} or {@code https:} URL, or the key
   *     cannot be sent
   */
  public static Fallback gateway(String apiBase, String apiKey) {
    return new Fallback(null, ApiBase.uri(apiBase), ApiKey.of(apiKey));
  }

  /**
   * {@return the same, with another model}
   *
   * @param model with its {@code gatewayz/} prefix
   * @throws IllegalArgumentException if the prefix is missing
   */
  public Fallback withModel(String model) {
    return new Fallback(new ModelName(model).name(), apiBase, apiKey);
  }

  /** {@return another model, with its {@code gatewayz/} prefix; {@code null} for the same} */
  public @Nullable String model() {
    return model;
  }

  /** {@return another gateway, {@code null} for the same} */
  public @Nullable URI apiBase() {
    return apiBase;
  }

  /** {@return another key, {@code null} for the one that the call has} */
  public @Nullable ApiKey apiKey() {
    return apiKey;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Fallback that
        && Objects.equals(model, that.model)
        && Objects.equals(apiBase, that.apiBase)
        && Objects.equals(apiKey, that.apiKey);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model, apiBase, apiKey);
  }

  @Override
  public String toString() {
    return "Fallback[model=" + model + ", apiBase=" + apiBase + ", apiKey=" + apiKey + "]";
  }
}
