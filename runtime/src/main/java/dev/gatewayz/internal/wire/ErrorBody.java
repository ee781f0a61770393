package dev.gatewayz.internal.wire;

import java.time.Duration;
import java.time.Instant;
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
 * @param providerMessage what the provider behind the gateway said, as text or JSON
 * @param provider who that is
 * @param resetsAt when the limit that was met begins anew
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
    @Nullable String providerMessage,
    @Nullable String provider,
    @Nullable Instant resetsAt) {

  /** Copies the lists. */
  public ErrorBody {
    suggestions = List.copyOf(suggestions);
    fields = List.copyOf(fields);
  }

  /** A body that is but a sentence. */
  static ErrorBody of(String message) {
    return new ErrorBody(
        0, null, null, message, null, null, null, null, List.of(), List.of(), null, null, null);
  }

  /** The same with another sentence. */
  public ErrorBody withMessage(String message) {
    return new ErrorBody(
        status,
        code,
        type,
        message,
        null,
        requestId,
        retryAfter,
        limit,
        suggestions,
        fields,
        null,
        provider,
        resetsAt);
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
        providerMessage,
        provider == null ? outer.provider : provider,
        resetsAt == null ? outer.resetsAt : resetsAt);
  }

  /** All that it says in sentences, to be shown. */
  public String reason(int status) {
    String reason = message;
    if ((status == 401 || status == 403) && detail != null) {
      // There the standard sentence is the message, and the cause stands behind another.
      reason = joined(reason, ". ", detail);
    }
    String words = providerMessage == null ? null : sentence(providerMessage);
    if (provider != null && !reason.contains(provider)) {
      reason = withoutStop(reason) + " (" + provider + ")";
    }
    return words == null ? reason : joined(reason, ": ", words);
  }

  /** What is said in words where a provider's own JSON is passed on. */
  private static String sentence(String words) {
    ErrorBody inside = ErrorBodyReader.readEmbedded(words);
    return inside == null ? words : inside.message();
  }

  private static String joined(String first, String between, String second) {
    if (first.contains(second)) {
      return first;
    }
    if (second.contains(first)) {
      return second;
    }
    return withoutStop(first) + between + second;
  }

  private static String withoutStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
