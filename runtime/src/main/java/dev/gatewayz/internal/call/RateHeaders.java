package dev.gatewayz.internal.call;

import dev.gatewayz.internal.http.ResponseHead;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the head of an answer says about the limits of its gateway. */
final class RateHeaders {
  /** No server is obeyed for longer. */
  private static final long LONGEST_REST_SECONDS = 60;

  private RateHeaders() {}

  /** How many more requests the gateway takes; {@link Long#MAX_VALUE} if it does not say. */
  static long remaining(ResponseHead head) {
    return figure(head.header("ratelimit-remaining"), Long.MAX_VALUE);
  }

  /** In how many nanoseconds it begins to count anew, a minute at most; 0 if it does not say. */
  static long reset(ResponseHead head) {
    long seconds = Math.min(LONGEST_REST_SECONDS, figure(head.header("ratelimit-reset"), 0));
    return TimeUnit.SECONDS.toNanos(Math.max(0, seconds));
  }

  private static long figure(@Nullable String text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
