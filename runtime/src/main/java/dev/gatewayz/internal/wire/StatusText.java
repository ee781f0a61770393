package dev.gatewayz.internal.wire;

import org.jspecify.annotations.Nullable;

/** A status as error bodies write it: a number, a number as text, or what Google calls it. */
final class StatusText {
  private StatusText() {}

  /** The status of an error; 0 if the value is none. */
  static int of(@Nullable Object value) {
    int status =
        value instanceof Number number
            ? number.intValue()
            : value instanceof String text ? ofText(text) : 0;
    return status >= 400 && status <= 599 ? status : 0;
  }

  private static int ofText(String text) {
    return switch (text) {
      case "INVALID_ARGUMENT", "FAILED_PRECONDITION", "OUT_OF_RANGE" -> 400;
      case "UNAUTHENTICATED" -> 401;
      case "PERMISSION_DENIED" -> 403;
      case "NOT_FOUND" -> 404;
      case "RESOURCE_EXHAUSTED" -> 429;
      case "INTERNAL" -> 500;
      case "UNAVAILABLE" -> 503;
      case "DEADLINE_EXCEEDED" -> 504;
      default -> text.matches("[45]\\d\\d") ? Integer.parseInt(text) : 0;
    };
  }
}
