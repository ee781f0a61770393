package dev.gatewayz.intercept;

import dev.gatewayz.chat.ChatCompletion;
import org.jspecify.annotations.Nullable;

/** Keeps answers. Implementations are thread-safe and do not block. */
public interface AnswerCache {

  /**
   * {@return the answer that is kept under a key, {@code null} if there is none}
   *
   * @param key as {@link #put} got it
   */
  @Nullable ChatCompletion get(String key);

  /**
   * Keeps an answer.
   *
   * @param key a digest of the request, or the value of a header
   * @param answer as it was on the wire
   */
  void put(String key, ChatCompletion answer);
}
