package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Errors in the shapes that Gatewayz, and what stands before it, answer with.
 *
 * <table>
 * <caption>The shapes of an error's body</caption>
 * <tr><td>{@link #envelope}</td><td>{@code {"error":{"type","message","code":"CODE","status",…}}}</td></tr>
 * <tr><td>{@link #brief}</td><td>{@code {"error":{"message","type"}}}</td></tr>
 * <tr><td>{@link #coded}</td><td>{@code {"error":{"message","type","code":"text"}}}</td></tr>
 * <tr><td>{@link #numbered}</td><td>{@code {"error":{"message","type","code":503}}}</td></tr>
 * <tr><td>{@link #named}</td><td>{@code {"error":"name","message"}}</td></tr>
 * <tr><td>{@link #validation}</td><td>{@code {"detail":[{"type","loc","msg","input"}]}}</td></tr>
 * <tr><td>{@link #detail(int, String)}</td><td>{@code {"detail":"Not Found"}}</td></tr>
 * <tr><td>{@link #detail(int, String, String)}</td><td>{@code {"detail":{"field","message"}}}</td></tr>
 * <tr><td>{@link #html}, {@link #plain}, {@link Reply#status}</td><td>no JSON</td></tr>
 * </table>
 */
public final class ErrorReply {
  private ErrorReply() {}

  /**
   * The full envelope. Its {@code type} is the code in lower case.
   *
   * @param code for example {@code RATE_LIMIT_EXCEEDED}
   */
  public static Reply envelope(int status, String code, String message) {
    return envelope(status, code, message, Map.of());
  }

  /**
   * The full envelope with a context.
   *
   * @param context strings, numbers and booleans by name, such as {@code retry_after} and {@code
   *     provider_error_message}
   */
  public static Reply envelope(
      int status, String code, String message, Map<String, Object> context) {
    JsonObject details = new JsonObject();
    context.keySet().stream().sorted().forEach(name -> details.put(name, context.get(name)));
    JsonObject error =
        new JsonObject()
            .put("type", code.toLowerCase(Locale.ROOT))
            .put("message", message)
            .put("detail", message)
            .put("code", code)
            .put("status", status)
            .put("request_id", "req_000000000000")
            .put("timestamp", "2026-09-21T12:26:40Z")
            .put("suggestions", List.of("Check the request and try again"))
            .put("context", details)
            .put("docs_url", "https://docs.gatewayz.ai/errors/" + code.toLowerCase(Locale.ROOT));
    return error(status, error);
  }

  /** Message and type only. */
  public static Reply brief(int status, String type, String message) {
    return error(status, new JsonObject().put("message", message).put("type", type));
  }

  /** Message, type and a code that is text. */
  public static Reply coded(int status, String type, String code, String message) {
    return error(
        status, new JsonObject().put("message", message).put("type", type).put("code", code));
  }

  /** Message, type and, as the code, the status as a number. */
  public static Reply numbered(int status, String type, String message) {
    return error(
        status, new JsonObject().put("message", message).put("type", type).put("code", status));
  }

  /** An error that is but a name, beside its message. */
  public static Reply named(int status, String error, String message) {
    return json(status, new JsonObject().put("error", error).put("message", message));
  }

  /** What the gateway's framework says about one field of the body, with status 422. */
  public static Reply validation(String field, String message) {
    JsonObject finding =
        new JsonObject()
            .put("type", "value_error")
            .put("loc", List.of("body", field))
            .put("msg", message)
            .put("input", null);
    return findings(List.of(finding));
  }

  /** A text for a detail. */
  public static Reply detail(int status, String detail) {
    return json(status, new JsonObject().put("detail", detail));
  }

  /** A field and its message for a detail. */
  public static Reply detail(int status, String field, String message) {
    JsonObject detail = new JsonObject().put("field", field).put("message", message);
    return json(status, new JsonObject().put("detail", detail));
  }

  /** A page, as proxies make them. */
  public static Reply html(int status) {
    return Reply.body(
        status,
        "text/html",
        "<html>\r\n<head><title>"
            + status
            + "</title></head>\r\n<body><center><h1>"
            + status
            + "</h1></center><hr><center>edge</center></body>\r\n</html>\r\n");
  }

  /** Plain text, as other proxies make it. */
  public static Reply plain(int status, String text) {
    return Reply.body(status, "text/plain", text);
  }

  // Errors that Gatewayz is known for.

  /** 401: no key, or one the gateway does not know, which looks the same. */
  public static Reply missingKey() {
    return coded(
        401,
        "authentication_error",
        "missing_api_key",
        "Authentication required. Provide a valid API key in the Authorization header.");
  }

  /** 402: the account is empty. */
  public static Reply insufficientCredits() {
    return envelope(402, "INSUFFICIENT_CREDITS", "Insufficient credits. Please add credits.");
  }

  /** 429 of the gateway's own: too many requests of one key. */
  public static Reply rateLimited(Duration retryAfter) {
    long seconds = retryAfter.toSeconds();
    return envelope(
            429,
            "RATE_LIMIT_EXCEEDED",
            "Rate limit exceeded.",
            Map.of("limit_type", "request_rate", "retry_after", seconds))
        .header("Retry-After", Long.toString(seconds));
  }

  /** 429 of a provider, passed on: the gateway's own has no such scope. */
  public static Reply rateLimitedUpstream(String retryAfter) {
    return envelope(
            429,
            "PROVIDER_RATE_LIMITED",
            "The provider is rate limited.",
            Map.of("limit_type", "provider_rate_limit"))
        .header("Retry-After", retryAfter)
        .header("X-RateLimit-Scope", "upstream");
  }

  /** 429 of the guard before the gateway: too many requests from one address. */
  public static Reply rateLimitedAddress() {
    return brief(429, "security_limit", "Too many requests from this IP address.")
        .header("Retry-After", "60")
        .header("X-RateLimit-Reason", "ip_limit");
  }

  /**
   * 502 that hides what a provider said.
   *
   * @param providerError for example {@code "Error code: 400 - {…}"}: then it is no use to repeat
   *     the request
   */
  public static Reply providerFailed(String providerError) {
    return envelope(
        502,
        "PROVIDER_ERROR",
        "The provider failed.",
        Map.of("provider_error_message", providerError, "provider_status_code", 502));
  }

  /** 503: the gateway has as many requests as it can bear. */
  public static Reply capacity() {
    return numbered(503, "server_overload", "Server at capacity, please retry")
        .header("Retry-After", "5");
  }

  /** 504: the gateway's own time is up. */
  public static Reply timeout() {
    return numbered(504, "gateway_timeout", "Request timed out.");
  }

  /** 422 with these items of the detail. */
  static Reply findings(List<JsonObject> findings) {
    return json(422, new JsonObject().put("detail", findings));
  }

  private static Reply error(int status, JsonObject error) {
    return json(status, new JsonObject().put("error", error));
  }

  private static Reply json(int status, JsonObject body) {
    return Reply.body(status, "application/json", body.toString());
  }
}
