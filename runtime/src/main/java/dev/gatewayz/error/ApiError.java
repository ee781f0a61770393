package dev.gatewayz.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the gateway said about a failure. Immutable. */
public sealed interface ApiError extends Serializable permits ApiErrorValue {

  /**
   * {@return the HTTP status; for an error inside a stream the one it stands for; 0 for an error
   * found before anything was sent}
   */
  int status();

  /**
   * {@return the error's code, as in {@code INSUFFICIENT_CREDITS}, as text also where the server
   * sent a number; {@code null} if it has none}
   */
  @Nullable String code();

  /** {@return the error's type, as in {@code rate_limit_exceeded}; {@code null} if it has none} */
  @Nullable String type();

  /** {@return what happened, in the server's words} */
  String message();

  /** {@return how long the server wants to be left alone, {@code null} if it does not say} */
  @Nullable Duration retryAfter();

  /** {@return complaints about single fields of the request; empty if there are none} */
  List<String> fields();

  /**
   * {@return the id in the body, {@code null} if it has none} Gatewayz keeps a call under this id,
   * and logs it under that of {@link GatewayzException#requestId()}.
   */
  @Nullable String requestId();

  /** {@return the beginning of the body as it was received, without the API key} */
  String body();

  /**
   * Starts with nothing; for tests, and for those who answer calls themselves.
   *
   * @return a builder of an error that says nothing
   */
  static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that holds the same} */
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

    /**
     * Sets {@link ApiError#status()}. Default: 0.
     *
     * @param status the HTTP status
     * @return this builder
     */
    public Builder status(int status) {
      this.status = status;
      return this;
    }

    /**
     * Sets {@link ApiError#code()}. Default: none.
     *
     * @param code the error's code, as in {@code INSUFFICIENT_CREDITS}, as text also where the
     *     server sent a number; {@code null} if it has none
     * @return this builder
     */
    public Builder code(@Nullable String code) {
      this.code = code;
      return this;
    }

    /**
     * Sets {@link ApiError#type()}. Default: none.
     *
     * @param type the error's type, as in {@code rate_limit_exceeded}; {@code null} if it has none
     * @return this builder
     */
    public Builder type(@Nullable String type) {
      this.type = type;
      return this;
    }

    /**
     * Sets {@link ApiError#message()}. Default: empty.
     *
     * @param message what happened, in the server's words
     * @return this builder
     */
    public Builder message(String message) {
      this.message = Objects.requireNonNull(message, "message");
      return this;
    }

    /**
     * Sets {@link ApiError#retryAfter()}. Default: none.
     *
     * @param retryAfter how long the server wants to be left alone, {@code null} if it does not say
     * @return this builder
     */
    public Builder retryAfter(@Nullable Duration retryAfter) {
      this.retryAfter = retryAfter;
      return this;
    }

    /**
     * Sets {@link ApiError#fields()}. Default: empty.
     *
     * @param fields complaints about single fields of the request
     * @return this builder
     */
    public Builder fields(List<String> fields) {
      this.fields = Objects.requireNonNull(fields, "fields");
      return this;
    }

    /**
     * Sets {@link ApiError#requestId()}. Default: none.
     *
     * @param requestId the id in the body, {@code null} if it has none
     * @return this builder
     */
    public Builder requestId(@Nullable String requestId) {
      this.requestId = requestId;
      return this;
    }

    /**
     * Sets {@link ApiError#body()}. Default: empty.
     *
     * @param body the beginning of the body as it was received, without the API key
     * @return this builder
     */
    public Builder body(String body) {
      this.body = Objects.requireNonNull(body, "body");
      return this;
    }

    /** {@return what was collected} */
    public ApiError build() {
      return new ApiErrorValue(status, code, type, message, retryAfter, fields, requestId, body);
    }
  }
}
