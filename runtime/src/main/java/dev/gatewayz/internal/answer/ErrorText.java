package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.wire.ErrorBody;
import dev.gatewayz.internal.wire.ErrorBodyReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence in which one program passes on what another said, taken apart.
 *
 * @param form whose words it passes on
 * @param status the status in it, 0 if there is none
 * @param rest what stands behind that
 * @param said the rest as an error body, {@code null} if it is none
 */
record ErrorText(Form form, int status, String rest, @Nullable ErrorBody said) {

  /** Whose words a sentence passes on. */
  enum Form {
    /** Nobody's: it speaks for itself. */
    NONE,
    /** The gateway's own exception: {@code 402: {'error': …}}. */
    GATEWAY,
    /** A provider's answer, in the words of the client that the gateway reached it with. */
    PROVIDER
  }

  private static final Pattern GATEWAY =
      Pattern.compile("([45]\\d\\d): (?<rest>.+)", Pattern.DOTALL);

  /** What may stand before a provider's words, where an error is not about providers as such. */
  private static final String LEAD =
      "^(?:Provider '[^']{0,200}' returned an error for model '[^']{0,200}': )?"
          + "(?:[\\w.]{1,60}(?:Error|Exception)(?:: | - ))*";

  /** The same, where it is. */
  private static final String ANY_LEAD = "(?:^|: |; | - |\\(|\\n)";

  /**
   * The OpenAI client, httpx, Gatewayz's own clients of Vertex and Anthropic, and LiteLLM, in this
   * order.
   */
  private static final String FORMS =
      "(?:Error code: (?<sdk>[1-5]\\d\\d)\\b(?: - )?"
          + "|(?:Client|Server) error '(?<httpx>[1-5]\\d\\d)\\b[^']*'"
          + "|Vertex REST API returned HTTP (?<vertex>[1-5]\\d\\d)\\b:? ?"
          + "|Vertex REST API request failed\\b:? ?"
          + "|Vertex AI returned no candidates\\b[.:]? ?"
          + "|Anthropic stream error: (?<anthropic>\\w+)(?:: )?"
          + "|litellm\\.(?<litellm>\\w{1,60}): (?:[\\w ]{1,60}: ){0,3}\\w{1,60}(?:Exception|Error) - )"
          + "(?<rest>.*)";

  /** What stands before an error that is passed on as it came; nothing in it is quoted. */
  private static final Pattern BEFORE_OBJECT =
      Pattern.compile("[^{\"'`]{0,200}(?:(?:^|[^\\w])b['\"])?(?=[{\\[])");

  private static final Pattern PROVIDER = Pattern.compile(LEAD + FORMS, Pattern.DOTALL);
  private static final Pattern ANY_PROVIDER = Pattern.compile(ANY_LEAD + FORMS, Pattern.DOTALL);

  /**
   * Takes a sentence apart.
   *
   * @param isOfProvider whether it is about a provider, so that its words may stand anywhere in it
   */
  static ErrorText of(String text, boolean isOfProvider) {
    Matcher provider = (isOfProvider ? ANY_PROVIDER : PROVIDER).matcher(text);
    if (provider.find()) {
      return of(Form.PROVIDER, statusIn(provider), provider.group("rest"));
    }
    Matcher gateway = GATEWAY.matcher(text);
    if (gateway.matches()) {
      return of(Form.GATEWAY, Integer.parseInt(gateway.group(1)), gateway.group("rest"));
    }
    return of(Form.NONE, 0, text);
  }

  private static ErrorText of(Form form, int status, String rest) {
    Matcher before = BEFORE_OBJECT.matcher(rest);
    String object = before.lookingAt() ? rest.substring(before.end()) : rest;
    return new ErrorText(form, status, rest, ErrorBodyReader.readEmbedded(object));
  }

  private static int statusIn(Matcher matcher) {
    for (String client : new String[] {"sdk", "httpx", "vertex"}) {
      if (matcher.group(client) != null) {
        int status = Integer.parseInt(matcher.group(client));
        return status >= 400 ? status : 0;
      }
    }
    String type = matcher.group("anthropic");
    if (type != null) {
      return ofAnthropic(type);
    }
    String exception = matcher.group("litellm");
    return exception == null ? 0 : ofLiteLlm(exception);
  }

  private static int ofLiteLlm(String exception) {
    return switch (exception) {
      case "BadRequestError", "ContextWindowExceededError", "ContentPolicyViolationError" -> 400;
      case "AuthenticationError" -> 401;
      case "PermissionDeniedError" -> 403;
      case "NotFoundError" -> 404;
      case "UnprocessableEntityError" -> 422;
      case "RateLimitError" -> 429;
      case "InternalServerError", "APIConnectionError", "APIError" -> 500;
      case "BadGatewayError" -> 502;
      case "ServiceUnavailableError" -> 503;
      default -> 0;
    };
  }

  private static int ofAnthropic(String type) {
    return switch (type) {
      case "invalid_request_error" -> 400;
      case "authentication_error" -> 401;
      case "billing_error" -> 402;
      case "permission_error" -> 403;
      case "not_found_error" -> 404;
      case "request_too_large" -> 413;
      case "rate_limit_error" -> 429;
      case "api_error" -> 500;
      case "timeout_error" -> 504;
      case "overloaded_error" -> 529;
      default -> 0;
    };
  }
}
