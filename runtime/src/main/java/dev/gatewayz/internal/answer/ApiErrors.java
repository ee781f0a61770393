package dev.gatewayz.internal.answer;

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
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what the gateway says about a failure into the exception that stands for it. */
public final class ApiErrors {
  private static final Pattern CONTENT_POLICY =
      Pattern.compile(
          "content_policy_violation|content management policy|content_filter",
          Pattern.CASE_INSENSITIVE);

  private ApiErrors() {}

  /**
   * The exception for an error.
   *
   * @param head what the head of the response says; its wait counts more than that of the body
   * @param body the body, without the key
   * @param shown what of a text of the server's may be shown
   */
  static ApiException of(
      CallInfo call, ErrorHead head, ErrorBody said, String body, UnaryOperator<String> shown) {
    int status = head.status();
    ApiError error =
        ApiError.builder()
            .status(status)
            .code(said.code())
            .type(said.type())
            .message(shown.apply(said.message()))
            .retryAfter(head.retryAfter() == null ? said.retryAfter() : head.retryAfter())
            .fields(said.fields().stream().map(shown).toList())
            .body(shown.apply(body))
            .build();
    String details = said.message() + "\n" + said.providerMessage() + "\n" + said.code();
    boolean mayBeTheRequest = status == 400 || status == 413 || status == 422 || status == 502;
    if (mayBeTheRequest && ErrorStatus.isContextWindow(details)) {
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
      case 429 -> rateLimit(call, error, head.scope());
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
  public static AuthenticationException missingKey(CallInfo call) {
    return new AuthenticationException(
        call,
        ApiError.builder()
            .code("missing_api_key")
            .type("authentication_error")
            .message("There is no API key, so nothing was sent.")
            .build(),
        "Set GATEWAYZ_API_KEY, or give the key to the builder or to the call.",
        false);
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
    int upstream = ErrorStatus.upstream(details);
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
