package dev.gatewayz.testkit;

import dev.gatewayz.testkit.internal.json.JsonObject;
import dev.gatewayz.testkit.internal.openai.GatewayzErrors;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Errors in the shapes that Gatewayz, and what stands before it, answer with.
 *
 * <table>
 * <caption>The shapes of an error's body</caption>
 * <tr><td>{@link #envelope}</td><td>{@code {"error":{"type","message","code":"CODE","status",…}}}</td></tr>
 * <tr><td>{@link #ofText}</td><td>the envelope, the reason in an odd place</td></tr>
 * <tr><td>{@link #brief}</td><td>{@code {"error":{"message","type"}}}</td></tr>
 * <tr><td>{@link #coded}</td><td>{@code {"error":{"message","type","code":"text"}}}</td></tr>
 * <tr><td>{@link #openAi}</td><td>{@code {"error":{"message","type","param":null,"code"}}}</td></tr>
 * <tr><td>{@link #numbered}</td><td>{@code {"error":{"message","type","code":503}}}</td></tr>
 * <tr><td>{@link #named}</td><td>{@code {"error":"name","message"}}</td></tr>
 * <tr><td>{@link #validation}</td><td>{@code {"detail":[{"type","loc","msg","input"}]}}</td></tr>
 * <tr><td>{@link #detail(int, String)}</td><td>{@code {"detail":"Not Found"}}</td></tr>
 * <tr><td>{@link #detail(int, String, String)}</td><td>{@code {"detail":{"field","message"}}}</td></tr>
 * <tr><td>{@link #html}, {@link #plain}, {@link Reply#status}</td><td>no JSON</td></tr>
 * </table>
 */
public final class ErrorReply {
  static final String DAILY_LIMIT =
      "Daily usage limit exceeded. Used: $1.0000, Limit: $1.00. Resets at:"
          + " 2099-01-01T00:00:00+00:00";

  private ErrorReply() {}

  /**
   * {@return the full envelope} Its {@code type} is the code in lower case.
   *
   * @param status the HTTP status
   * @param code for example {@code RATE_LIMIT_EXCEEDED}
   * @param message in the server's words
   */
  public static Reply envelope(int status, String code, String message) {
    return envelope(status, code, message, Map.of());
  }

  /**
   * {@return the full envelope with a context}
   *
   * @param status the HTTP status
   * @param code for example {@code RATE_LIMIT_EXCEEDED}
   * @param message in the server's words
   * @param context strings, numbers and booleans by name, such as {@code retry_after} and {@code
   *     provider_error_message}
   */
  public static Reply envelope(
      int status, String code, String message, Map<String, Object> context) {
    JsonObject details = new JsonObject();
    context.keySet().stream().sorted().forEach(name -> details.put(name, context.get(name)));
    return json(status, GatewayzErrors.envelope(status, code, message, details));
  }

  /**
   * {@return what Gatewayz makes of an error that its code raised as a status and a text: an
   * envelope made anew from the status} The text of a 400 ends up in {@code
   * context.parameter_value}, that of a 401 behind a standard {@code detail}, that of 502 to 504 in
   * the message; the text of a 402, 404, 429 or 500 is lost.
   *
   * @param status the HTTP status
   * @param text as the gateway's code raised it
   */
  public static Reply ofText(int status, String text) {
    return json(status, GatewayzErrors.rebuilt(status, text));
  }

  /**
   * {@return message and type only}
   *
   * @param status the HTTP status
   * @param type for example {@code security_limit}
   * @param message in the server's words
   */
  public static Reply brief(int status, String type, String message) {
    return error(status, new JsonObject().put("message", message).put("type", type));
  }

  /**
   * {@return message, type and a code that is text}
   *
   * @param status the HTTP status
   * @param type for example {@code authentication_error}
   * @param code for example {@code missing_api_key}
   * @param message in the server's words
   */
  public static Reply coded(int status, String type, String code, String message) {
    return error(
        status, new JsonObject().put("message", message).put("type", type).put("code", code));
  }

  /**
   * {@return what OpenAI itself answers, and with it most servers that are like it}
   *
   * @param status the HTTP status
   * @param type for example {@code invalid_request_error}
   * @param code for example {@code model_not_found}; {@code null} is sent as such
   * @param message in the server's words
   */
  public static Reply openAi(int status, String type, @Nullable String code, String message) {
    return error(
        status,
        new JsonObject()
            .put("message", message)
            .put("type", type)
            .put("param", null)
            .put("code", code));
  }

  /**
   * {@return message, type and, as the code, the status as a number}
   *
   * @param status the HTTP status
   * @param type for example {@code server_overload}
   * @param message in the server's words
   */
  public static Reply numbered(int status, String type, String message) {
    return error(
        status, new JsonObject().put("message", message).put("type", type).put("code", status));
  }

  /**
   * {@return an error that is but a name, beside its message}
   *
   * @param status the HTTP status
   * @param error the name
   * @param message in the server's words
   */
  public static Reply named(int status, String error, String message) {
    return json(status, new JsonObject().put("error", error).put("message", message));
  }

  /**
   * {@return what the gateway's framework says about one field of the body, with status 422}
   *
   * @param field of the body, as in {@code temperature}
   * @param message in the server's words
   */
  public static Reply validation(String field, String message) {
    JsonObject finding =
        new JsonObject()
            .put("type", "value_error")
            .put("loc", List.of("body", field))
            .put("msg", message)
            .put("input", null);
    return json(422, new JsonObject().put("detail", List.of(finding)));
  }

  /**
   * {@return a text for a detail}
   *
   * @param status the HTTP status
   * @param detail the member {@code detail}
   */
  public static Reply detail(int status, String detail) {
    return json(status, new JsonObject().put("detail", detail));
  }

  /**
   * {@return a field and its message for a detail}
   *
   * @param status the HTTP status
   * @param field of the body, as in {@code temperature}
   * @param message in the server's words
   */
  public static Reply detail(int status, String field, String message) {
    JsonObject detail = new JsonObject().put("field", field).put("message", message);
    return json(status, new JsonObject().put("detail", detail));
  }

  /**
   * {@return a page, as proxies make them}
   *
   * @param status the HTTP status
   */
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

  /**
   * {@return plain text, as other proxies make it}
   *
   * @param status the HTTP status
   * @param text the body
   */
  public static Reply plain(int status, String text) {
    return Reply.body(status, "text/plain", text);
  }

  // Errors that Gatewayz is known for.

  /** {@return a 401: no key, or one the gateway does not know, which looks the same} */
  public static Reply missingKey() {
    return coded(
        401,
        "authentication_error",
        "missing_api_key",
        "Authentication required. Provide a valid API key in the Authorization header.");
  }

  /** {@return a 402: the account is empty} */
  public static Reply insufficientCredits() {
    return envelope(402, "INSUFFICIENT_CREDITS", "Insufficient credits. Please add credits.");
  }

  /**
   * {@return a 400: what the user may spend in a day is spent} Found after the answer, which is not
   * given.
   */
  public static Reply dailyLimit() {
    return ofText(400, DAILY_LIMIT);
  }

  /**
   * {@return a 400: the gateway's code cannot read the tool calls of a provider} The answer is
   * charged.
   */
  public static Reply toolCallsUnread() {
    return ofText(
        400,
        "1 validation error for InternalChatResponse\ntool_calls.0\n  Input should be a valid"
            + " dictionary [type=dict_type, input_type=ChatCompletionMessageToolCall]");
  }

  /**
   * {@return a 429 of the gateway's own: too many requests of one key}
   *
   * @param retryAfter in the body and in {@code Retry-After}, in whole seconds
   */
  public static Reply rateLimited(Duration retryAfter) {
    long seconds = retryAfter.toSeconds();
    return envelope(
            429,
            "RATE_LIMIT_EXCEEDED",
            "Rate limit exceeded.",
            Map.of("limit_type", "request_rate", "retry_after", seconds))
        .header("Retry-After", Long.toString(seconds));
  }

  /**
   * {@return a 429 of a provider, passed on: the gateway's own has no such scope}
   *
   * @param retryAfter the value of {@code Retry-After}: seconds, a date, or nonsense
   */
  public static Reply rateLimitedUpstream(String retryAfter) {
    return envelope(
            429,
            "RATE_LIMIT_EXCEEDED",
            "Rate limit exceeded: provider_rate_limit",
            Map.of("limit_type", "provider_rate_limit"))
        .header("Retry-After", retryAfter)
        .header("X-RateLimit-Scope", "upstream");
  }

  /** {@return a 429 of the guard before the gateway: too many requests from one address} */
  public static Reply rateLimitedAddress() {
    return brief(429, "security_limit", "Too many requests from this IP address.")
        .header("Retry-After", "60")
        .header("X-RateLimit-Reason", "ip_limit");
  }

  /**
   * {@return a 502 that hides what a provider said}
   *
   * @param providerError for example {@code "Error code: 400 - {…}"}: then it is no use to repeat
   *     the request
   */
  public static Reply providerFailed(String providerError) {
    return envelope(
        502,
        "PROVIDER_ERROR",
        "Provider 'openrouter' returned an error for model 'openai/gpt-4o-mini': " + providerError,
        Map.of("provider_error_message", providerError, "provider_status_code", 502));
  }

  /**
   * {@return a 502 with a provider's refusal of a prompt that is too long: it is no use to repeat
   * it}
   */
  public static Reply contextTooLong() {
    return providerFailed(
        "Error code: 400 - {'error': {'message': \"This model's maximum context length is 8192 tokens."
            + " However, your messages resulted in 9000 tokens.\", 'type':"
            + " 'invalid_request_error'}}");
  }

  /**
   * {@return a 502: the provider took longer than the gateway waits, each of the three times it was
   * asked}
   */
  public static Reply providerTimedOut() {
    return providerFailed("Request timed out.");
  }

  /**
   * {@return a 503: the gateway has used up what it may spend at the provider; another model may
   * help}
   */
  public static Reply providerBudgetSpent() {
    return envelope(
            503,
            "PROVIDER_ERROR",
            "The provider has reached a capacity limit on our side. Try another model.")
        .header("Retry-After", "30");
  }

  /** {@return a 503: the gateway has as many requests as it can bear} */
  public static Reply capacity() {
    return numbered(503, "server_overload", "Server at capacity, please retry")
        .header("Retry-After", "5");
  }

  /** {@return a 504: the gateway's own time is up} */
  public static Reply timeout() {
    return numbered(504, "gateway_timeout", "Request timed out.");
  }

  private static Reply error(int status, JsonObject error) {
    return json(status, new JsonObject().put("error", error));
  }

  private static Reply json(int status, JsonObject body) {
    return Reply.body(status, "application/json", body.toString());
  }
}
