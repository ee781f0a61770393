package dev.gatewayz;

import dev.gatewayz.error.FailedAttempt;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed call is sent again, and when. It is the only layer that does so, and it
 * is asked only while nothing of the answer has been handed on. Implementations are thread-safe and
 * do not block: they run on event loops. One that throws has said no.
 */
@FunctionalInterface
public interface RetryPolicy {

  /** Every failure is final. */
  RetryPolicy NEVER = attempt -> null;

  /**
   * Returns how long to wait before the next attempt, {@code null} to give up. A wait that is
   * longer than what the call has left is not begun.
   *
   * @param attempt the request that failed, and how far its call is
   * @return zero or more, {@code null} to give up
   */
  @Nullable Duration delay(FailedAttempt attempt);

  /**
   * Returns the policy that is used unless another is set, with two retries.
   *
   * <p>Repeated are connection failures other than TLS, answers that end before they begin, and the
   * statuses 408, 429, 500, 502, 503, 504, 520 to 524 and 529; not those of them that hide a
   * permanent error, which is a 502 in which a provider's 4xx or a full context window shows. A
   * provider that did not answer the gateway in time is asked once more only, and a 503 of a
   * provider of which the gateway has used up its share is repeated only where there is no
   * fallback. The wait is what the server asks for if that is at most a minute, and the call fails
   * if it is longer; without a wish of the server it is half a second, then one, and so on up to
   * eight, less a random quarter.
   *
   * @param maxRetries how many requests may follow the first, 0 or more
   * @return a policy whose waits can be changed
   * @throws IllegalArgumentException if {@code maxRetries} is below 0
   */
  static StandardRetryPolicy standard(int maxRetries) {
    return StandardRetryPolicy.of(maxRetries);
  }
}
