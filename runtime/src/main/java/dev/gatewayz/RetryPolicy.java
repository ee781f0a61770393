package dev.gatewayz;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.StreamTruncatedException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed call is sent again, and when. It is the only layer that does so, and it
 * is asked only while nothing of the answer has been handed on. Implementations are thread-safe and
 * do not block: they run on event loops.
 */
@FunctionalInterface
public interface RetryPolicy {

  /** Every failure is final. */
  RetryPolicy NEVER = (failure, attempts) -> null;

  /**
   * How long to wait before the next attempt.
   *
   * @param failure what went wrong
   * @param attempts how many requests were sent to this model, at least 1
   * @return {@code null} to give up
   */
  @Nullable Duration delay(GatewayzException failure, int attempts);

  /**
   * The policy that is used unless another is set, with two retries.
   *
   * <p>Repeated are connection failures other than TLS, answers that end before they begin, and the
   * statuses 408, 429, 500, 502, 503, 504 and 520 to 524; not those of them that hide a permanent
   * error, which is a 502 in which a provider's 4xx or a full context window shows. The wait is
   * what the server asks for if that is at most a minute, and the call fails if it is longer;
   * without a wish of the server it is half a second, then one, and so on up to eight, less a
   * random quarter.
   *
   * @param maxRetries how many requests may follow the first, 0 or more
   */
  static RetryPolicy standard(int maxRetries) {
    if (maxRetries < 0) {
      throw new IllegalArgumentException("maxRetries is " + maxRetries + "; it must be 0 or more.");
    }
    return new Standard(maxRetries);
  }

  /**
   * See {@link #standard}.
   *
   * @param maxRetries how many requests may follow the first
   */
  record Standard(int maxRetries) implements RetryPolicy {
    private static final long FIRST_WAIT_MILLIS = 500;
    private static final long LONGEST_WAIT_MILLIS = 8_000;
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(60);

    @Override
    public @Nullable Duration delay(GatewayzException failure, int attempts) {
      if (attempts > maxRetries || !mayHelp(failure)) {
        return null;
      }
      if (failure instanceof ApiException api && api.retryAfter() != null) {
        Duration wanted = api.retryAfter();
        return wanted.compareTo(LONGEST_RETRY_AFTER) > 0 ? null : wanted;
      }
      long wait = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << Math.min(attempts - 1, 10));
      // Clients which failed together should not come back together.
      return Duration.ofMillis(
          wait - (long) (wait * 0.25 * ThreadLocalRandom.current().nextDouble()));
    }

    private static boolean mayHelp(GatewayzException failure) {
      if (failure instanceof ApiException api) {
        return mayHelp(api);
      }
      return failure instanceof ConnectionException connection
          ? connection.reason() != ConnectionException.Reason.TLS
          : failure instanceof StreamTruncatedException;
    }

    private static boolean mayHelp(ApiException failure) {
      if (failure instanceof BadRequestException || failure instanceof AuthenticationException) {
        return false;
      }
      if (failure instanceof BadGatewayException gateway) {
        int upstream = gateway.upstreamStatus();
        return upstream < 400 || upstream >= 500 || upstream == 408 || upstream == 429;
      }
      return switch (failure.status()) {
        case 408, 429, 500, 503, 504, 520, 521, 522, 523, 524 -> true;
        default -> false;
      };
    }
  }
}
