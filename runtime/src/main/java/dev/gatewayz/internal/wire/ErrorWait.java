package dev.gatewayz.internal.wire;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long an error asks to wait. */
final class ErrorWait {
  private static final List<String> WAITS =
      List.of("retry_after", "retryAfter", "retry_after_seconds", "estimated_time");

  private ErrorWait() {}

  /** Of the members that are made for it, or of the {@code RetryInfo} among Google's details. */
  static @Nullable Duration of(Map<?, ?> error) {
    for (String name : WAITS) {
      Duration wait = seconds(error.get(name));
      if (wait != null) {
        return wait;
      }
    }
    Duration millis = seconds(error.get("retry_after_ms"));
    if (millis != null) {
      return millis.dividedBy(1_000);
    }
    if (error.get("details") instanceof List<?> details) {
      for (Object detail : details) {
        Object delay = detail instanceof Map<?, ?> map ? map.get("retryDelay") : null;
        Duration wait = seconds(delay instanceof Map<?, ?> parts ? parts.get("seconds") : delay);
        if (wait != null) {
          return wait;
        }
      }
    }
    return null;
  }

  /** A number of seconds, or text that says one; {@code null} for anything else. */
  static @Nullable Duration seconds(@Nullable Object value) {
    String digits = String.valueOf(value);
    double seconds =
        value instanceof Number number
            ? number.doubleValue()
            : digits.matches("\\d{1,9}(\\.\\d{1,9})?s?")
                ? Double.parseDouble(digits.replace("s", ""))
                : 0;
    return seconds > 0 ? Duration.ofMillis((long) Math.min(1e12, seconds * 1_000)) : null;
  }
}
