package dev.gatewayz.internal.wire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What OpenRouter puts beside an error: which provider failed, what that said, and the headers of
 * its limit.
 *
 * @param provider the name of who failed, {@code null} if it is nobody behind the gateway
 * @param words what the provider said, as text or JSON
 * @param resetsAt when the limit that was met begins anew
 */
record ErrorMetadata(
    @Nullable String provider, @Nullable String words, @Nullable Instant resetsAt) {

  static ErrorMetadata of(@Nullable Object metadata) {
    if (!(metadata instanceof Map<?, ?> members)) {
      return new ErrorMetadata(null, null, null);
    }
    return new ErrorMetadata(
        text(members.get("provider_name")), words(members.get("raw")), reset(members));
  }

  private static @Nullable String words(@Nullable Object raw) {
    return raw instanceof Map<?, ?> map ? ErrorBodyReader.messageOf(map) : text(raw);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text && !text.isBlank() ? text : null;
  }

  private static @Nullable Instant reset(Map<?, ?> members) {
    if (members.get("headers") instanceof Map<?, ?> headers) {
      for (Map.Entry<?, ?> header : headers.entrySet()) {
        if ("x-ratelimit-reset".equalsIgnoreCase(String.valueOf(header.getKey()))) {
          return time(String.valueOf(header.getValue()));
        }
      }
    }
    return null;
  }

  /** Unix time in milliseconds, or in seconds; other numbers are no time. */
  private static @Nullable Instant time(String text) {
    String digits = text.strip().replaceFirst("\\..*", "");
    return switch (digits.matches("\\d+") ? digits.length() : 0) {
      case 10 -> Instant.ofEpochSecond(Long.parseLong(digits));
      case 13 -> Instant.ofEpochMilli(Long.parseLong(digits));
      default -> null;
    };
  }
}
