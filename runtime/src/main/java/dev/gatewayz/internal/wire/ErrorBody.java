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
 * @param detail more of it, as Gatewayz has behind a standard sentence
 * @param requestId the id under which the gateway knows the call
 * @param retryAfter how long to wait, where the body says so
 * @param limit the kind of limit that was met
 * @param suggestions what the gateway advises
 * @param fields the complaints about single fields, as in {@code body.messages: Field required}
 * @param providerMessage what the provider behind the gateway said
 */
public record ErrorBody(
    int status,
    @Nullable String code,
    @Nullable String type,
    String message,
    @Nullable String detail,
    @Nullable String requestId,
    @Nullable Duration retryAfter,
    @Nullable String limit,
    List<String> suggestions,
    List<String> fields,
    @Nullable String providerMessage) {

  /** Copies the lists. */
  public ErrorBody {
    suggestions = List.copyOf(suggestions);
    fields = List.copyOf(fields);
  }

  /** A body that is but a sentence. */
  static ErrorBody of(String message) {
    return new ErrorBody(
        0, null, null, message, null, null, null, null, List.of(), List.of(), null);
  }

  /** The same with another sentence. */
  public ErrorBody withMessage(String message) {
    return new ErrorBody(
        status, code, type, message, null, requestId, retryAfter, limit, suggestions, fields, null);
  }

  /** The same as a part of another, whose status, id and wait count where this has none. */
  public ErrorBody inside(ErrorBody outer) {
    return new ErrorBody(
        status == 0 ? outer.status : status,
        code,
        type,
        message,
        detail,
        requestId == null ? outer.requestId : requestId,
        retryAfter == null ? outer.retryAfter : retryAfter,
        limit,
        suggestions,
        fields,
        providerMessage);
  }

  /** All that it says in sentences, to be shown. */
  public String reason(int status) {
    String reason = message;
    if ((status == 401 || status == 403) && detail != null) {
      // There the standard sentence is the message, and the cause stands behind another.
      reason = joined(reason, ". ", detail);
    }
    return providerMessage == null ? reason : joined(reason, ": ", providerMessage);
  }

  private static String joined(String first, String between, String second) {
    if (first.contains(second)) {
      return first;
    }
    if (second.contains(first)) {
      return second;
    }
    String start = first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    return start + between + second;
  }
}
