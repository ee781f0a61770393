package dev.gatewayz.intercept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.gatewayz.chat.ChatCompletion;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps answers in memory, in a bounded number and for a bounded time. Needs Caffeine on the class
 * path.
 */
public final class CaffeineAnswerCache implements AnswerCache {
  private final Cache<String, ChatCompletion> answers;

  /**
   * A cache.
   *
   * @param maxAnswers how many are kept
   * @param timeToLive for how long
   */
  public CaffeineAnswerCache(long maxAnswers, Duration timeToLive) {
    answers = Caffeine.newBuilder().maximumSize(maxAnswers).expireAfterWrite(timeToLive).build();
  }

  @Override
  public @Nullable ChatCompletion get(String key) {
    return answers.getIfPresent(key);
  }

  @Override
  public void put(String key, ChatCompletion answer) {
    answers.put(key, answer);
  }
}
