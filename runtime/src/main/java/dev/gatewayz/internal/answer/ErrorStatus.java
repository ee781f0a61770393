package dev.gatewayz.internal.answer;

import dev.gatewayz.internal.wire.ErrorBody;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the status of an error that came inside a good response. */
final class ErrorStatus {
  private ErrorStatus() {}

  /**
   * The status that an error inside a response with status 200 stands for: the gateway hides it in
   * the code, the type or the words.
   */
  static int of(ErrorBody said) {
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
    return status == 0 ? statusOfWords(ErrorWords.of(said)) : status;
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
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "plan_limit_exceeded",
          "rate_limit_error",
          "rate_limit_exceeded",
          "rate_limit",
          "ratelimiterror",
          "rate_limit_reached_error",
          "too_many_requests",
          "security_limit",
          "throttlingexception",
          // Which limit of OpenAI's it is.
          "requests",
          "tokens" ->
          429;
      case "capacity_error",
          "server_overload",
          "overloaded_error",
          "engine_overloaded_error",
          "service_unavailable",
          "service_unavailable_error",
          "serviceunavailableerror",
          "serviceunavailableexception" ->
          503;
      case "auth_error",
          "authentication_error",
          "authenticationerror",
          "invalid_authentication_error" ->
          401;
      case "insufficient_credits" -> 402;
      case "permission_error", "permission_denied_error", "accessdeniedexception" -> 403;
      case "not_found_error",
          "notfounderror",
          "resource_not_found_error",
          "resourcenotfoundexception" ->
          404;
      case "timeout_error", "stream_timeout", "modeltimeoutexception" -> 504;
      case "provider_error" -> 502;
      case "invalid_request_error", "badrequesterror", "validationexception" -> 400;
      default -> 0;
    };
  }

  private static int statusOfWords(ErrorWords words) {
    if (words.areOfContextWindow() || words.areOfContentPolicy()) {
      return 400;
    }
    if (words.areOfUnknownModel()) {
      return 404;
    }
    if (words.areOfUnfitModel() || words.areOfFailedModel()) {
      return 400;
    }
    if (words.areOfRateLimit()) {
      return 429;
    }
    if (words.areOfCredits()) {
      return 402;
    }
    if (words.areOfOverload()) {
      return 503;
    }
    return words.areOfTimeout() ? 504 : 500;
  }
}
