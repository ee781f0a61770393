package dev.gatewayz.error;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link ApiError} as it was read. */
record ApiErrorValue(
    int status,
    @Nullable String code,
    @Nullable String type,
    String message,
    @Nullable Duration retryAfter,
    List<String> fields,
    @Nullable String requestId,
    String body)
    implements ApiError {
  private static final long serialVersionUID = 1;

  /** Copies the collections. */
  ApiErrorValue {
    fields = List.copyOf(fields);
  }

  @Override
  public String toString() {
    return "ApiError["
        + "status="
        + status
        + ", code="
        + code
        + ", type="
        + type
        + ", message="
        + message
        + ", retryAfter="
        + retryAfter
        + ", fields="
        + fields
        + ", requestId="
        + requestId
        + ", body="
        + body
        + "]";
  }
}
