package dev.gatewayz.internal.request;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which prompt a request comes from.
 *
 * @param id interface and method, or the name of a service; {@code null} for a request put together
 *     at run time
 * @param hash a digest of the prompt as it is sent, {@code null} if none was compiled
 * @param isOverride whether its templates are others than those that were compiled
 */
public record PromptIdentity(@Nullable String id, @Nullable String hash, boolean isOverride) {

  /** A prompt as it was compiled. */
  public PromptIdentity(@Nullable String id, @Nullable String hash) {
    this(id, hash, false);
  }

  /** A request put together at run time. */
  public static final PromptIdentity NONE = new PromptIdentity(null, null);

  /** What a client asks for itself: it takes no place and no budget from its callers. */
  public static final PromptIdentity PRICES = service("prices");

  /** A method of the client. */
  public static PromptIdentity service(String method) {
    return new PromptIdentity("Gatewayz." + method, null);
  }

  /** Whether no caller asked. */
  public boolean isOfClient() {
    return hash == null && Objects.equals(id, PRICES.id);
  }
}
