package dev.gatewayz.intercept;

import dev.gatewayz.chat.ChatCompletion;
import org.jspecify.annotations.Nullable;

/** Keeps answers. Implementations are thread-safe and do not block. */
public interface AnswerCache {

  /** The answer that is kept under a key, {@code null} if there is none. */
  @Nullable ChatCompletion get(String key);

  /** Keeps an answer. */
  void put(String key, ChatCompletion answer);
}
