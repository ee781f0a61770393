package dev.gatewayz;

import dev.gatewayz.chat.ModelName;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked when a call has failed for good, retries included, before anything of its answer was
 * handed on.
 *
 * <p>Another model is asked after rate limits, unknown and withdrawn models, full context windows,
 * statuses from 500 on, answers that broke off, and deadlines for the first or the next piece.
 * Another gateway is asked after these, and after connection failures and answers that make no
 * sense. Wrong requests, keys, permissions and credits are final.
 *
 * @param model another model, {@code null} for the same
 * @param apiBase another gateway, {@code null} for the same; it gets the same key
 */
public record Fallback(@Nullable ModelName model, @Nullable URI apiBase) {

  /**
   * Another model of the same gateway.
   *
   * @param model with its {@code gatewayz/} prefix
   * @throws IllegalArgumentException if the prefix is missing
   */
  public static Fallback model(String model) {
    return new Fallback(new ModelName(model), null);
  }

  /** The same model of another gateway. */
  public static Fallback apiBase(String apiBase) {
    return new Fallback(null, URI.create(apiBase.strip()));
  }
}
