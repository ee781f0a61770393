package dev.gatewayz.internal.call;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.StreamTruncatedException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Decides whether a failed call is sent again, and when. Only asked while nothing of the answer has
 * been handed on.
 *
 * @param maxRetries how many requests may follow the first
 */
record RetryRules(int maxRetries) {
  private static final long FIRST_WAIT = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(8);

  /** A server that wants to be left alone for longer is not waited for. */
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(60);

  /**
   * How long to wait before the next attempt, in nanoseconds; -1 to give up.
   *
   * @param attempts how many there were, at least 1
   */
  long delay(GatewayzException failure, int attempts) {
    if (attempts > maxRetries || !mayHelp(failure)) {
      return -1;
    }
    if (failure instanceof ApiException api && api.retryAfter() != null) {
      Duration wanted = api.retryAfter();
      return wanted.compareTo(LONGEST_RETRY_AFTER) > 0 ? -1 : wanted.toNanos();
    }
    long wait = Math.min(LONGEST_WAIT, FIRST_WAIT << Math.min(attempts - 1, 10));
    // A quarter of jitter, so that clients which failed together do not come back together.
    return wait - (long) (wait * 0.25 * ThreadLocalRandom.current().nextDouble());
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
