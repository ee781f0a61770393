package dev.gatewayz.internal.wire;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an error body says, whatever its shape.
 *
 * @param status the status inside the body, 0 where there is none
 * @param code as text, also where the server sends a number
 * @param type the kind of error in the server's words
 * @param message what happened, never blank
 * @param requestId the id under which the gateway knows the call
 * @param retryAfter how long to wait, where the body says so
 * @param suggestions what the gateway advises
 * @param fields the complaints about single fields, as in {@code body.messages: Field required}
 * @param providerMessage what the provider behind the gateway said
 */
public record ErrorBody(
    int status,
    @Nullable String code,
    @Nullable String type,
    String message,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    List<String> suggestions,
    List<String> fields,
    @Nullable String providerMessage) {

  /** Copies the lists. */
  public ErrorBody {
    suggestions = List.copyOf(suggestions);
    fields = List.copyOf(fields);
  }
}
