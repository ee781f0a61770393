package dev.gatewayz.internal.call;

import dev.gatewayz.chat.ChatCompletion;

/**
 * Makes of an answer what the caller of a call wants. Runs on the event loop.
 *
 * @param <T> what the caller wants
 */
@FunctionalInterface
public interface Result<T> {

  /**
   * Makes it.
   *
   * @param requestId the id under which the gateway knows the call
   * @param attempts how many requests it took
   */
  T of(ChatCompletion answer, String requestId, int attempts);
}
