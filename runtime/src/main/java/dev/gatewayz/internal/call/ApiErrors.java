package dev.gatewayz.internal.call;

import dev.gatewayz.error.ApiError;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.ContentPolicyException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.GatewayTimeoutException;
import dev.gatewayz.error.InsufficientCreditsException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.ModelGoneException;
import dev.gatewayz.error.NotFoundException;
import dev.gatewayz.error.PermissionDeniedException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.RateLimitException.Scope;
import dev.gatewayz.error.RequestTimeoutException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.UnprocessableRequestException;
import dev.gatewayz.internal.wire.ErrorBody;
import java.time.Duration;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what the gateway says about a failure into the exception that stands for it. */
final class ApiErrors {
  /** What providers write when prompt and answer do not fit the model. */
  private static final Pattern CONTEXT_WINDOW =
      Pattern.compile(
          "maximum context length|context.length.exceeded|exceed(s|ed)? (the )?context"
              + "|longer than the model's context|exceeds the available context size"
              + "|exceeds the maximum number of tokens|maximum input length is"
              + "|context window",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CONTENT_POLICY =
      Pattern.compile(
          "content_policy_violation|content management policy|content_filter",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UPSTREAM_STATUS =
      Pattern.compile("Error code: ([1-5]\\d\\d)\\b", Pattern.CASE_INSENSITIVE);

  private ApiErrors() {}

  /**
   * The exception for an error.
   *
   * @param status of the response, or the one that an error inside a stream stands for
   * @param retryAfter from the headers, which count more than the body
   * @param scope the value of {@code X-RateLimit-Scope}
   * @param body the body, without the key
   * @param shown what of a text of the server's may be shown
   */
  static ApiException of(
      CallInfo call,
      int status,
      ErrorBody said,
      @Nullable Duration retryAfter,
      @Nullable String scope,
      String body,
      UnaryOperator<String> shown) {
    ApiError error =
        new ApiError(
            status,
            said.code(),
            said.type(),
            shown.apply(said.message()),
            retryAfter == null ? said.retryAfter() : retryAfter,
            said.fields().stream().map(shown).toList(),
            shown.apply(body));
    String details = said.message() + "\n" + said.providerMessage() + "\n" + said.code();
    boolean mayBeTheRequest = status == 400 || status == 413 || status == 422 || status == 502;
    if (mayBeTheRequest && CONTEXT_WINDOW.matcher(details).find()) {
      return new ContextWindowExceededException(
          call,
          error,
          "Shorten the prompt, ask for fewer tokens, or take a model with a larger context.");
    }
    if (mayBeTheRequest && CONTENT_POLICY.matcher(details + "\n" + said.type()).find()) {
      return new ContentPolicyException(call, error, "Change the content of the prompt.");
    }
    return switch (status) {
      case 400 -> new BadRequestException(call, error, shown.apply(badRequest(said)));
      case 401 -> authentication(call, error);
      case 402 ->
          new InsufficientCreditsException(
              call, error, "Add credits to the account, or ask for fewer tokens.");
      case 403 ->
          new PermissionDeniedException(
              call, error, "Check what the key's plan, addresses and models allow.");
      case 404 -> new NotFoundException(call, error, "Check the model's name and the API base.");
      case 408 -> new RequestTimeoutException(call, error, "Try again.");
      case 410 -> new ModelGoneException(call, error, "Take another model.");
      case 422 ->
          new UnprocessableRequestException(call, error, "Correct the fields that it names.");
      case 429 -> rateLimit(call, error, scope);
      case 502 -> badGateway(call, error, details);
      case 503 ->
          new ServiceUnavailableException(call, error, "Try again later, or another model.");
      case 504, 524 ->
          new GatewayTimeoutException(
              call, error, "Try again, stream the answer, or ask for fewer tokens.");
      default ->
          status >= 500
              ? new InternalServerException(call, error, "Try again; support needs the request id.")
              : new ApiException(call, error, other(status));
    };
  }

  /** The error of a call for which there is no key. */
  static AuthenticationException missingKey(CallInfo call) {
    return new AuthenticationException(
        call,
        new ApiError(
            0,
            "missing_api_key",
            "authentication_error",
            "There is no API key, so nothing was sent.",
            null,
            java.util.List.of(),
            ""),
        "Set GATEWAYZ_API_KEY, or give the key to the builder or to the call.",
        false);
  }

  /**
   * The status that an error inside a response with status 200 stands for: the gateway hides it in
   * the code, the type or the text.
   */
  static int recoverStatus(ErrorBody said) {
    if (said.status() > 0) {
      return said.status();
    }
    String code = said.code();
    if (code != null && code.matches("[45]\\d\\d")) {
      return Integer.parseInt(code);
    }
    int status = statusOfCode(code);
    if (status == 0) {
      status = statusOfType(said.type());
    }
    return status == 0 ? statusOfText(said.message()) : status;
  }

  private static int statusOfCode(@Nullable String code) {
    if (code == null) {
      return 0;
    }
    return switch (code.toUpperCase(Locale.ROOT)) {
      case "INVALID_API_KEY",
          "API_KEY_EXPIRED",
          "API_KEY_REVOKED",
          "API_KEY_MISSING",
          "API_KEY_MALFORMED",
          "AUTHENTICATION_REQUIRED",
          "MISSING_API_KEY",
          "AUTH_ERROR" ->
          401;
      case "INSUFFICIENT_CREDITS", "CREDIT_BELOW_MINIMUM", "PAYMENT_METHOD_REQUIRED" -> 402;
      case "IP_RESTRICTED",
          "DOMAIN_RESTRICTED",
          "TRIAL_EXPIRED",
          "PLAN_LIMIT_REACHED",
          "ACCESS_DENIED",
          "MODEL_REGION_RESTRICTED" ->
          403;
      case "MODEL_NOT_FOUND", "ENDPOINT_NOT_FOUND", "NOT_FOUND_ERROR" -> 404;
      case "MODEL_DEPRECATED" -> 410;
      case "RATE_LIMIT_EXCEEDED",
          "TOKEN_RATE_LIMIT",
          "CONCURRENT_REQUEST_LIMIT",
          "DAILY_QUOTA_EXCEEDED",
          "MONTHLY_QUOTA_EXCEEDED",
          "HOURLY_QUOTA_EXCEEDED",
          "PROVIDER_RATE_LIMITED",
          "RATE_LIMIT_ERROR" ->
          429;
      case "CONTEXT_LENGTH_EXCEEDED",
          "MAX_TOKENS_EXCEEDED",
          "INVALID_MODEL_FORMAT",
          "PARAMETER_OUT_OF_RANGE",
          "INVALID_PARAMETER_TYPE",
          "MISSING_REQUIRED_FIELD",
          "EMPTY_MESSAGES_ARRAY",
          "INVALID_ROLE",
          "UNSUPPORTED_PARAMETER",
          "PROVIDER_MISMATCH",
          "INVALID_JSON" ->
          400;
      case "PROVIDER_ERROR",
          "ALL_PROVIDERS_FAILED",
          "PROVIDER_AUTHENTICATION_ERROR",
          "PROVIDER_INVALID_RESPONSE" ->
          502;
      case "MODEL_UNAVAILABLE",
          "PROVIDER_UNAVAILABLE",
          "SERVICE_UNAVAILABLE",
          "MAINTENANCE_MODE",
          "CAPACITY_ERROR" ->
          503;
      case "PROVIDER_TIMEOUT", "TIMEOUT_ERROR", "STREAM_TIMEOUT" -> 504;
      default -> 0;
    };
  }

  private static int statusOfType(@Nullable String type) {
    if (type == null) {
      return 0;
    }
    return switch (type) {
      case "plan_limit_exceeded", "rate_limit_error", "rate_limit_exceeded", "security_limit" ->
          429;
      case "capacity_error", "server_overload" -> 503;
      case "auth_error", "authentication_error" -> 401;
      case "insufficient_credits" -> 402;
      case "permission_error" -> 403;
      case "not_found_error" -> 404;
      case "timeout_error", "stream_timeout" -> 504;
      case "provider_error" -> 502;
      case "invalid_request_error" -> 400;
      default -> 0;
    };
  }

  private static int statusOfText(String message) {
    if (message.length() > 4
        && message.charAt(3) == ':'
        && message.charAt(4) == ' '
        && message.substring(0, 3).matches("[45]\\d\\d")) {
      return Integer.parseInt(message.substring(0, 3));
    }
    int upstream = upstreamStatus(message);
    if (upstream >= 400) {
      return upstream;
    }
    String text = message.toLowerCase(Locale.ROOT);
    if (CONTEXT_WINDOW.matcher(text).find()) {
      return 400;
    }
    if (text.contains("rate limit")) {
      return 429;
    }
    if (text.contains("insufficient credits")) {
      return 402;
    }
    if (text.contains("timed out")) {
      return 504;
    }
    return 500;
  }

  /**
   * The status in {@code Error code: 400 - …}, as OpenAI's client writes it; 0 if there is none.
   */
  private static int upstreamStatus(String text) {
    Matcher matcher = UPSTREAM_STATUS.matcher(text);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static AuthenticationException authentication(CallInfo call, ApiError error) {
    boolean upstream = error.message().endsWith(" authentication error");
    String advice =
        upstream
            ? "This is the gateway's key towards the provider, not yours: try another model."
            : "Check the API key; the gateway reports a wrong key as a missing one.";
    return new AuthenticationException(call, error, advice, upstream);
  }

  private static RateLimitException rateLimit(
      CallInfo call, ApiError error, @Nullable String scope) {
    Scope where =
        "upstream".equalsIgnoreCase(scope) || "PROVIDER_RATE_LIMITED".equals(error.code())
            ? Scope.UPSTREAM
            : "security_limit".equals(error.type()) ? Scope.IP : Scope.GATEWAY;
    Duration wait = error.retryAfter();
    String advice =
        wait == null
            ? "Slow down, or ask for a higher limit."
            : "Wait " + seconds(wait) + " before the next call.";
    return new RateLimitException(call, error, advice, where);
  }

  private static BadGatewayException badGateway(CallInfo call, ApiError error, String details) {
    int upstream = upstreamStatus(details);
    String advice =
        upstream >= 400 && upstream < 500 && upstream != 429
            ? "The provider finds the request wrong (" + upstream + "): trying again will not help."
            : "Try again, or another model.";
    return new BadGatewayException(call, error, advice, upstream);
  }

  private static String badRequest(ErrorBody said) {
    if (said.message().contains("validation error for Internal")) {
      return "This is a defect of the gateway, not of the request; support needs the request id.";
    }
    if (!said.suggestions().isEmpty()) {
      return said.suggestions().get(0);
    }
    return "Correct the request.";
  }

  private static String other(int status) {
    if (status >= 300 && status < 400) {
      return "Redirects are not followed, so that the key goes nowhere else: correct the API base.";
    }
    return switch (status) {
      case 405 -> "Check the API base.";
      case 413 -> "Shorten the prompt.";
      default -> "Support needs the request id.";
    };
  }

  private static String seconds(Duration wait) {
    return (wait.toMillis() + 999) / 1_000 + " s";
  }
}
