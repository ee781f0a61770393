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
    return builder(message).build();
  }

  /** A body of which nothing but the sentence is known so far. */
  static Builder builder(String message) {
    return new Builder(message);
  }

  /** The same with another sentence. */
  public ErrorBody withMessage(String message) {
    Builder same = new Builder(this);
    same.message = message;
    same.detail = null;
    same.providerMessage = null;
    return same.build();
  }

  /** The same as a part of another, whose status, id and wait count where this has none. */
  public ErrorBody inside(ErrorBody outer) {
    Builder same = new Builder(this);
    same.status = status == 0 ? outer.status : status;
    same.requestId = requestId == null ? outer.requestId : requestId;
    same.retryAfter = retryAfter == null ? outer.retryAfter : retryAfter;
    same.provider = provider == null ? outer.provider : provider;
    same.resetsAt = resetsAt == null ? outer.resetsAt : resetsAt;
    return same.build();
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

  /** Collects what a body says; what is not set is not said. */
  static final class Builder {
    private int status;
    private @Nullable String code;
    private @Nullable String type;
    private String message;
    private @Nullable String detail;
    private @Nullable String requestId;
    private @Nullable Duration retryAfter;
    private @Nullable String limit;
    private List<String> suggestions = List.of();
    private List<String> fields = List.of();
    private @Nullable String providerMessage;
    private @Nullable String provider;
    private @Nullable Instant resetsAt;

    private Builder(String message) {
      this.message = message;
    }

    private Builder(ErrorBody same) {
      this.status = same.status;
      this.code = same.code;
      this.type = same.type;
      this.message = same.message;
      this.detail = same.detail;
      this.requestId = same.requestId;
      this.retryAfter = same.retryAfter;
      this.limit = same.limit;
      this.suggestions = same.suggestions;
      this.fields = same.fields;
      this.providerMessage = same.providerMessage;
      this.provider = same.provider;
      this.resetsAt = same.resetsAt;
    }

    Builder status(int status) {
      this.status = status;
      return this;
    }

    Builder code(@Nullable String code) {
      this.code = code;
      return this;
    }

    Builder type(@Nullable String type) {
      this.type = type;
      return this;
    }

    Builder detail(@Nullable String detail) {
      this.detail = detail;
      return this;
    }

    Builder requestId(@Nullable String requestId) {
      this.requestId = requestId;
      return this;
    }

    Builder retryAfter(@Nullable Duration retryAfter) {
      this.retryAfter = retryAfter;
      return this;
    }

    Builder limit(@Nullable String limit) {
      this.limit = limit;
      return this;
    }

    Builder suggestions(List<String> suggestions) {
      this.suggestions = suggestions;
      return this;
    }

    Builder fields(List<String> fields) {
      this.fields = fields;
      return this;
    }

    Builder providerMessage(@Nullable String providerMessage) {
      this.providerMessage = providerMessage;
      return this;
    }

    Builder provider(@Nullable String provider) {
      this.provider = provider;
      return this;
    }

    Builder resetsAt(@Nullable Instant resetsAt) {
      this.resetsAt = resetsAt;
      return this;
    }

    ErrorBody build() {
      return new ErrorBody(
          status,
          code,
          type,
          message,
          detail,
          requestId,
          retryAfter,
          limit,
          suggestions,
          fields,
          providerMessage,
          provider,
          resetsAt);
    }
  }
}
