package dev.gatewayz.internal.call;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.ServiceUnavailableException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a failure says about how many requests the gateway takes. */
final class Overload {
  /** No server is obeyed for longer. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private Overload() {}

  /** Whether the gateway takes fewer requests than it was sent, or none. */
  static boolean isShownBy(GatewayzException failure) {
    return isLimit(failure)
        || failure instanceof ServiceUnavailableException
        || (failure instanceof ConnectionException connection
            && connection.reason() == ConnectionException.Reason.CONNECT);
  }

  /**
   * Whether the request was turned away for no other reason than a limit that is over soon, so that
   * it may be sent again as if it had not been.
   */
  static boolean isAllThatIsWrong(GatewayzException failure) {
    boolean isWaitNamed =
        failure instanceof ServiceUnavailableException busy && busy.retryAfter() != null;
    return (isLimit(failure) || isWaitNamed) && waitAfter(failure).compareTo(LONGEST_WAIT) <= 0;
  }

  private static boolean isLimit(GatewayzException failure) {
    return failure instanceof RateLimitException limit
        && limit.status() >= 429
        && !contains(limit.code(), "quota_exceeded");
  }

  /** How long the gateway wants to be left alone; zero if it does not say. */
  static Duration waitAfter(GatewayzException failure) {
    if (!(failure instanceof ApiException said) || said.retryAfter() == null) {
      return Duration.ZERO;
    }
    // There is room again as soon as one of the others is answered, whatever the gateway says.
    boolean isOfConcurrency =
        contains(said.code(), "concurrent") || contains(said.error().message(), "concurren");
    return isOfConcurrency ? Duration.ZERO : said.retryAfter();
  }

  /** The same in nanoseconds, a minute at most. */
  static long restAfter(GatewayzException failure) {
    Duration wait = waitAfter(failure);
    return (wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT).toNanos();
  }

  private static boolean contains(@Nullable String text, String words) {
    return text != null && text.toLowerCase(Locale.ROOT).contains(words);
  }
}
