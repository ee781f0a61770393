package dev.gatewayz;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway says about its limits in the headers of an answer: {@code RateLimit-Limit}, {@code
 * RateLimit-Remaining} and {@code RateLimit-Reset}, else {@code X-RateLimit-Limit-Requests} and its
 * like. Gatewayz's own may be 15 seconds old. Immutable.
 */
public final class RateLimits {
  /** Nothing was said. */
  public static final RateLimits NONE = new RateLimits(Map.of());

  private final Map<String, String> headers;

  private RateLimits(Map<String, String> headers) {
    this.headers = headers;
  }

  /**
   * Reads headers by lower-case name; what is no figure counts as not said.
   *
   * @param headers of a response, by lower-case name
   * @return what they say about limits
   */
  public static RateLimits of(Map<String, String> headers) {
    return new RateLimits(headers);
  }

  /**
   * {@return how many requests are allowed in the present window, {@code null} if that is not said}
   */
  public @Nullable Long requests() {
    return first("ratelimit-limit", "x-ratelimit-limit-requests");
  }

  /**
   * {@return how many requests are left in the present window, {@code null} if that is not said}
   */
  public @Nullable Long remainingRequests() {
    return first("ratelimit-remaining", "x-ratelimit-remaining-requests");
  }

  /**
   * {@return how many tokens are allowed in the present window, {@code null} if that is not said}
   */
  public @Nullable Long tokens() {
    return figure("x-ratelimit-limit-tokens");
  }

  /** {@return how many tokens are left in the present window, {@code null} if that is not said} */
  public @Nullable Long remainingTokens() {
    return figure("x-ratelimit-remaining-tokens");
  }

  /** {@return how long the present window for requests lasts, {@code null} if that is not said} */
  public @Nullable Duration reset() {
    Long seconds = figure("ratelimit-reset");
    return seconds == null || seconds < 0 ? null : Duration.ofSeconds(seconds);
  }

  private @Nullable Long first(String name, String otherwise) {
    Long figure = figure(name);
    return figure == null ? figure(otherwise) : figure;
  }

  private @Nullable Long figure(String name) {
    String text = headers.get(name);
    if (text == null) {
      return null;
    }
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return "RateLimits[requests="
        + requests()
        + ", remainingRequests="
        + remainingRequests()
        + ", tokens="
        + tokens()
        + ", remainingTokens="
        + remainingTokens()
        + ", reset="
        + reset()
        + "]";
  }
}
