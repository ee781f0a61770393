package dev.gatewayz.testkit;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Gatewayz says in the error event of a stream whose status is 200.
 *
 * <p>The event is always {@code {"error":{"message","type":"internal_error"}}}; who speaks, and of
 * what status, stands in the message alone, in one of these forms:
 *
 * <table>
 * <caption>Who speaks in which form</caption>
 * <tr><td>{@link #gateway}</td><td>{@code 402: {'error': {…}}}</td><td>the gateway, of the caller or of
 * itself; the detail is written as Python writes it</td></tr>
 * <tr><td>{@link #provider}</td><td>{@code Error code: 429 - {…}}</td><td>a provider, through
 * OpenAI's client</td></tr>
 * <tr><td>{@link #httpx}</td><td>{@code Client error '429 …' for url '…'}</td><td>a provider, through
 * an HTTP client</td></tr>
 * <tr><td>{@link #vertex}</td><td>{@code Vertex REST API returned HTTP 429: …}</td><td>Google</td></tr>
 * <tr><td>{@link #anthropic}</td><td>{@code Anthropic stream error: overloaded_error: …}</td><td>Anthropic,
 * in the middle of a stream</td></tr>
 * <tr><td>{@link #ofMessage}</td><td>anything</td><td>Python: {@code Connection error.}</td></tr>
 * </table>
 *
 * <p>The account, the key and the limits that a provider speaks of are the gateway's own. A request
 * that does not ask for a stream gets the same as a status: see {@link Reply#failure}.
 */
public final class StreamError {
  private static final Pattern GATEWAY = Pattern.compile("([45][0-9]{2}): (.*)", Pattern.DOTALL);
  private static final List<String> TOLD_AFTERWARDS =
      List.of("Daily usage limit exceeded.", "Insufficient credits.", "1 validation error for");

  private final String message;

  private StreamError(String message) {
    this.message = message;
  }

  /**
   * {@return any message}
   *
   * @param message sent unchecked
   */
  public static StreamError ofMessage(String message) {
    return new StreamError(message);
  }

  /**
   * {@return the gateway's own error of that status}
   *
   * @param status the HTTP status
   * @param detail behind the status and a colon
   */
  public static StreamError gateway(int status, String detail) {
    return new StreamError(status + ": " + detail);
  }

  /** {@return a 402: the account is empty} */
  public static StreamError insufficientCredits() {
    return gateway(
        402,
        "{'error': {'type': 'insufficient_credits', 'message': 'Insufficient credits.', 'code':"
            + " 'INSUFFICIENT_CREDITS', 'status': 402, 'request_id': None, 'context':"
            + " {'current_credits': None}}}");
  }

  /**
   * {@return a 503: the gateway does not ask a provider that failed too often, and will again after
   * this}
   *
   * @param retryAfter in whole seconds
   */
  public static StreamError circuitOpen(Duration retryAfter) {
    return gateway(
        503,
        "{'error': {'type': 'provider_unavailable', 'message': \"Provider 'openrouter' is"
            + " temporarily unavailable\", 'code': <ErrorCode.PROVIDER_UNAVAILABLE:"
            + " 'PROVIDER_UNAVAILABLE'>, 'status': 503, 'context': {'retry_after': "
            + retryAfter.toSeconds()
            + "}}}");
  }

  /**
   * {@return a provider's answer through OpenAI's client}
   *
   * @param status the provider's
   * @param message the provider's
   */
  public static StreamError provider(int status, String message) {
    return new StreamError(
        "Error code: %d - {'error': {'message': '%s', 'type': None, 'param': None, 'code': %d}}"
            .formatted(status, message, status));
  }

  /**
   * {@return a provider's answer through an HTTP client}
   *
   * @param status the provider's
   * @param reason the words behind the status
   */
  public static StreamError httpx(int status, String reason) {
    return new StreamError(
        "%s error '%d %s' for url 'https://api.anthropic.com/v1/messages'\nFor more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/%d"
            .formatted(status < 500 ? "Client" : "Server", status, reason, status));
  }

  /**
   * {@return Google's answer}
   *
   * @param status Google's
   * @param reason Google's words
   */
  public static StreamError vertex(int status, String reason) {
    return new StreamError(
        "Vertex REST API returned HTTP %d: {\"error\": {\"code\": %d, \"message\": \"%s\"}}"
            .formatted(status, status, reason));
  }

  /** {@return what the gateway says when Google answered nothing} */
  public static StreamError vertexWithoutCandidates() {
    return new StreamError("Vertex AI returned no candidates. The prompt may have been blocked.");
  }

  /**
   * {@return what the gateway says when Anthropic breaks off}
   *
   * @param type for example {@code overloaded_error}, {@code rate_limit_error}
   * @param message Anthropic's words
   */
  public static StreamError anthropic(String type, String message) {
    return new StreamError("Anthropic stream error: " + type + ": " + message);
  }

  /** {@return what the gateway says when its code cannot read the tool calls of a provider} */
  public static StreamError toolCallsUnread() {
    return new StreamError(
        "1 validation error for InternalStreamChunk\ntool_calls.0\n  Input should be a valid"
            + " dictionary [type=dict_type, input_type=ChoiceDeltaToolCall]");
  }

  /**
   * {@return what the gateway says, after the answer, when the user's limit for the day is spent}
   */
  public static StreamError dailyLimit() {
    return new StreamError(ErrorReply.DAILY_LIMIT);
  }

  /** {@return what stands in the event} */
  public String message() {
    return message;
  }

  /** What a request gets that does not ask for a stream. */
  Reply whole() {
    Matcher gateway = GATEWAY.matcher(message);
    if (gateway.matches()) {
      return ErrorReply.ofText(Integer.parseInt(gateway.group(1)), gateway.group(2));
    }
    return TOLD_AFTERWARDS.stream().anyMatch(message::startsWith)
        ? ErrorReply.ofText(400, message)
        : ErrorReply.providerFailed(message);
  }

  @Override
  public String toString() {
    return message;
  }
}
