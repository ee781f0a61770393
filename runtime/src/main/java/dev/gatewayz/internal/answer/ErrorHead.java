package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.http.ResponseHead;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a response says about an error.
 *
 * @param status of the response, or the one that an error inside a good response stands for
 * @param retryAfter how long to wait, {@code null} if it does not say
 * @param scope the value of {@code X-RateLimit-Scope}, {@code null} if there is none
 */
record ErrorHead(int status, @Nullable Duration retryAfter, @Nullable String scope) {

  static ErrorHead of(ResponseHead head) {
    return new ErrorHead(
        head.status(), RetryAfter.of(head, Instant.now()), head.header("x-ratelimit-scope"));
  }
}
