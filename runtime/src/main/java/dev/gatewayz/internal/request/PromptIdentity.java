package dev.gatewayz.internal.request;

import org.jspecify.annotations.Nullable;

/**
 * Which prompt a request comes from.
 *
 * @param id interface and method, or the name of a service; {@code null} for a request put together
 *     at run time
 * @param hash a digest of the prompt as it was compiled, {@code null} if none was
 */
public record PromptIdentity(@Nullable String id, @Nullable String hash) {

  /** A request put together at run time. */
  public static final PromptIdentity NONE = new PromptIdentity(null, null);
}
