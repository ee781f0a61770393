package dev.gatewayz;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.remedy.Remedy;
import dev.gatewayz.internal.time.Durations;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The policy that {@link RetryPolicy#standard} describes. Immutable and thread-safe. */
public final class StandardRetryPolicy implements RetryPolicy {
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofSeconds(60);
  private static final int MOST_DOUBLINGS = 20;

  private final int maxRetries;
  private final Duration firstWait;
  private final Duration maxWait;

  private StandardRetryPolicy(int maxRetries, Duration firstWait, Duration maxWait) {
    this.maxRetries = maxRetries;
    this.firstWait = firstWait;
    this.maxWait = maxWait;
  }

  static StandardRetryPolicy of(int maxRetries) {
    if (maxRetries < 0) {
      throw new IllegalArgumentException("maxRetries is " + maxRetries + "; it must be 0 or more.");
    }
    return new StandardRetryPolicy(maxRetries, FIRST_WAIT, LONGEST_WAIT);
  }

  /**
   * Returns the same policy with another first wait; each further one is twice as long. Default:
   * half a second.
   *
   * @param firstWait zero or more
   * @return a policy of its own
   * @throws IllegalArgumentException if it is below zero
   */
  public StandardRetryPolicy withFirstWait(Duration firstWait) {
    return new StandardRetryPolicy(maxRetries, notNegative("firstWait", firstWait), maxWait);
  }

  /**
   * Returns the same policy with another longest wait, apart from what a server asks for. Default:
   * 8 seconds.
   *
   * @param maxWait zero or more
   * @return a policy of its own
   * @throws IllegalArgumentException if it is below zero
   */
  public StandardRetryPolicy withMaxWait(Duration maxWait) {
    return new StandardRetryPolicy(maxRetries, firstWait, notNegative("maxWait", maxWait));
  }

  private static Duration notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          name + " is " + Durations.text(value) + "; it must not be below zero.");
    }
    return value;
  }

  @Override
  public @Nullable Duration delay(FailedAttempt attempt) {
    GatewayzException failure = attempt.failure();
    int retries = Math.min(maxRetries, Remedy.of(failure).retries(attempt.hasFallback()));
    if (attempt.ofModel() > retries) {
      return null;
    }
    if (failure instanceof ApiException api && api.retryAfter() != null) {
      Duration wanted = api.retryAfter();
      return wanted.compareTo(LONGEST_RETRY_AFTER) > 0 ? null : wanted;
    }
    Duration wait = wait(attempt.ofModel() - 1);
    // Clients which failed together should not come back together.
    long quarter = wait.toMillis() / 4;
    return wait.minusMillis((long) (quarter * ThreadLocalRandom.current().nextDouble()));
  }

  private Duration wait(int doublings) {
    if (maxWait.compareTo(firstWait) <= 0) {
      return maxWait;
    }
    Duration wait = firstWait;
    for (int i = 0; i < Math.min(doublings, MOST_DOUBLINGS) && wait.compareTo(maxWait) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(maxWait) < 0 ? wait : maxWait;
  }

  @Override
  public String toString() {
    return "RetryPolicy.standard(" + maxRetries + ")";
  }
}
