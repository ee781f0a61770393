package dev.gatewayz.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the gateway said about a failure. Immutable. */
public sealed interface ApiError extends Serializable permits ApiErrorValue {

  /**
   * The HTTP status; for an error inside a stream the one it stands for; 0 for an error found
   * before anything was sent.
   */
  int status();

  /** As in {@code INSUFFICIENT_CREDITS}; text also where the server sent a number. */
  @Nullable String code();

  /** As in {@code rate_limit_exceeded}. */
  @Nullable String type();

  /** What happened, in the server's words. */
  String message();

  /** How long the server wants to be left alone, {@code null} if it does not say. */
  @Nullable Duration retryAfter();

  /** Complaints about single fields of the request. */
  List<String> fields();

  /**
   * The id in the body, {@code null} if it has none. Gatewayz keeps a call under this id, and logs
   * it under that of {@link GatewayzException#requestId()}.
   */
  @Nullable String requestId();

  /** The beginning of the body as it was received, without the API key. */
  String body();

  /** Starts with nothing; for tests, and for those who answer calls themselves. */
  static Builder builder() {
    return new Builder();
  }

  /** The same, to be changed. */
  default Builder toBuilder() {
    return new Builder()
        .status(status())
        .code(code())
        .type(type())
        .message(message())
        .retryAfter(retryAfter())
        .fields(fields())
        .requestId(requestId())
        .body(body());
  }

  /** Collects an {@link ApiError}. Each method returns this builder. */
  final class Builder {
    private int status;
    private @Nullable String code;
    private @Nullable String type;
    private String message = "";
    private @Nullable Duration retryAfter;
    private List<String> fields = List.of();
    private @Nullable String requestId;
    private String body = "";

    private Builder() {}

    /** See {@link ApiError#status()}. Default: 0. */
    public Builder status(int status) {
      this.status = status;
      return this;
    }

    /** See {@link ApiError#code()}. Default: none. */
    public Builder code(@Nullable String code) {
      this.code = code;
      return this;
    }

    /** See {@link ApiError#type()}. Default: none. */
    public Builder type(@Nullable String type) {
      this.type = type;
      return this;
    }

    /** See {@link ApiError#message()}. Default: empty. */
    public Builder message(String message) {
      this.message = Objects.requireNonNull(message, "message");
      return this;
    }

    /** See {@link ApiError#retryAfter()}. Default: none. */
    public Builder retryAfter(@Nullable Duration retryAfter) {
      this.retryAfter = retryAfter;
      return this;
    }

    /** See {@link ApiError#fields()}. Default: empty. */
    public Builder fields(List<String> fields) {
      this.fields = Objects.requireNonNull(fields, "fields");
      return this;
    }

    /** See {@link ApiError#requestId()}. Default: none. */
    public Builder requestId(@Nullable String requestId) {
      this.requestId = requestId;
      return this;
    }

    /** See {@link ApiError#body()}. Default: empty. */
    public Builder body(String body) {
      this.body = Objects.requireNonNull(body, "body");
      return this;
    }

    /** What was collected. */
    public ApiError build() {
      return new ApiErrorValue(status, code, type, message, retryAfter, fields, requestId, body);
    }
  }
}
