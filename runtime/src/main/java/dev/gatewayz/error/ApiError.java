package dev.gatewayz.error;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway said about a failure.
 *
 * @param status the HTTP status; for an error inside a stream the one it stands for; 0 for an error
 *     found before anything was sent
 * @param code as in {@code INSUFFICIENT_CREDITS}; text also where the server sent a number
 * @param type as in {@code rate_limit_exceeded}
 * @param message what happened, in the server's words
 * @param retryAfter how long the server wants to be left alone, {@code null} if it does not say
 * @param fields complaints about single fields of the request
 * @param body the beginning of the body as it was received, without the API key
 */
public record ApiError(
    int status,
    @Nullable String code,
    @Nullable String type,
    String message,
    @Nullable Duration retryAfter,
    List<String> fields,
    String body)
    implements Serializable {

  /** Copies the list. */
  public ApiError {
    fields = List.copyOf(fields);
  }
}
