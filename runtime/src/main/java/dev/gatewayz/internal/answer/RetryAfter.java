package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.http.ResponseHead;
import io.netty.handler.codec.DateFormatter;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads how long a server wants to be left alone, from the headers of its answer. */
final class RetryAfter {
  /** A number this near the present as Unix time is that time: nobody waits for decades. */
  private static final Duration NEAR = Duration.ofDays(3_650);

  private RetryAfter() {}

  /**
   * The wait from {@code retry-after-ms}, or from {@code Retry-After} in seconds, as a date in any
   * form of HTTP, or as Unix time; {@code null} where there is none, or none above zero. A time of
   * the server is compared with its own {@code Date}, if it says that: the clock here may be wrong.
   *
   * @param here what the clock of this machine says
   */
  static @Nullable Duration of(ResponseHead head, Instant here) {
    Duration millis = number(head.header("retry-after-ms"), 1);
    if (millis != null) {
      return millis;
    }
    String value = head.header("retry-after");
    if (value == null) {
      return null;
    }
    Instant now = Objects.requireNonNullElse(date(head), here);
    Duration seconds = number(value, 1_000);
    if (seconds == null) {
      return date(value, now);
    }
    Duration sinceNow = seconds.minusSeconds(now.getEpochSecond());
    if (sinceNow.abs().compareTo(NEAR) > 0) {
      return seconds;
    }
    Duration left = Duration.between(now, Instant.EPOCH.plus(seconds));
    return left.isNegative() || left.isZero() ? null : left;
  }

  /** What the clock of the server says, {@code null} if it does not say. */
  static @Nullable Instant date(ResponseHead head) {
    String value = head.header("date");
    Date date = value == null ? null : DateFormatter.parseHttpDate(value);
    return date == null ? null : date.toInstant();
  }

  private static @Nullable Duration number(@Nullable String value, long millisPerUnit) {
    if (value == null || !value.chars().allMatch(RetryAfter::isOfNumber)) {
      return null;
    }
    try {
      double number = Double.parseDouble(value.strip());
      return number > 0 ? Duration.ofMillis((long) Math.min(1e13, number * millisPerUnit)) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Java has numbers that nobody else has: in hexadecimal, endless, or with a type behind them. */
  private static boolean isOfNumber(int character) {
    return "0123456789.eE+- \t".indexOf(character) >= 0;
  }

  /** In any of the three forms that HTTP has for dates. */
  private static @Nullable Duration date(String value, Instant now) {
    Date date = DateFormatter.parseHttpDate(value.strip());
    return date != null && date.toInstant().isAfter(now)
        ? Duration.between(now, date.toInstant())
        : null;
  }
}
