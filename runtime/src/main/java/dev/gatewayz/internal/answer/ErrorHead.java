package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.http.ResponseHead;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a response says about an error.
 *
 * @param status of the response, 0 for an error inside a good one
 * @param retryAfter how long to wait, {@code null} if it does not say
 * @param scope the value of {@code X-RateLimit-Scope}, {@code null} if there is none
 * @param date what the server's clock says, {@code null} if it does not say
 */
record ErrorHead(
    int status, @Nullable Duration retryAfter, @Nullable String scope, @Nullable Instant date) {

  /** The head of a good response, which says nothing about the error inside. */
  static final ErrorHead GOOD = new ErrorHead(0, null, null, null);

  static ErrorHead of(ResponseHead head) {
    return new ErrorHead(
        head.status(),
        RetryAfter.of(head, Instant.now()),
        head.header("x-ratelimit-scope"),
        RetryAfter.date(head));
  }
}
