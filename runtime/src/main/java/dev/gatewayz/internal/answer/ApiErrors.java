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
import dev.gatewayz.internal.http.Origin;
import dev.gatewayz.internal.wire.ErrorBody;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Turns what is said about a failure into the exception that stands for it, with the advice that
 * goes with it.
 */
public final class ApiErrors {
  private final CallInfo call;
  private final @Nullable Origin origin;
  private final UnaryOperator<String> shown;

  /**
   * The errors of a call.
   *
   * @param origin where it went
   * @param shown what of a text of the server's may be shown
   */
  ApiErrors(CallInfo call, @Nullable Origin origin, UnaryOperator<String> shown) {
    this.call = call;
    this.origin = origin;
    this.shown = shown;
  }

  /**
   * The exception for an error.
   *
   * @param head what the head of the response says; its wait counts more than that of the body
   * @param body the body, without the key
   */
  ApiException of(ErrorHead head, ErrorBody said, String body) {
    return of(Recogniser.diagnose(head, said, Instant.now()), body);
  }

  private ApiException of(Diagnosis diagnosis, String body) {
    ErrorBody said = diagnosis.said();
    ApiError error =
        ApiError.builder()
            .status(diagnosis.status())
            .code(said.code())
            .type(said.type())
            .message(shown.apply(said.reason(diagnosis.status())))
            .retryAfter(diagnosis.retryAfter())
            .fields(said.fields().stream().map(shown).toList())
            .requestId(said.requestId())
            .body(shown.apply(body))
            .build();
    int upstream = diagnosis.upstreamStatus();
    return switch (diagnosis.kind()) {
      case CONTEXT_WINDOW ->
          new ContextWindowExceededException(
              call,
              error,
              "Shorten the prompt, ask for fewer tokens, or take a model with a larger context.");
      case CONTENT_POLICY ->
          new ContentPolicyException(call, error, "Change the content of the prompt.");
      case MODEL_GONE -> new ModelGoneException(call, error, "Take another model.");
      case NOT_FOUND -> new NotFoundException(call, error, notFound(error));
      case UNFIT_MODEL ->
          new NotFoundException(
              call, error, "The model does not take what this prompt has: take another model.");
      case DAILY_LIMIT -> new RateLimitException(call, error, usedUp(error), Scope.GATEWAY);
      case RATE_LIMIT -> rateLimit(error, diagnosis.speaker());
      case CREDITS -> credits(error);
      case KEY -> authentication(error);
      case PROVIDER_ACCOUNT -> providerAccount(error, upstream);
      case PROVIDER -> new BadGatewayException(call, error, ofProvider(diagnosis), upstream);
      case TIMEOUT ->
          new GatewayTimeoutException(
              call,
              error,
              "The provider took longer than the gateway waits: stream the answer, or ask for"
                  + " fewer tokens.",
              true);
      case GATEWAY_DEFECT ->
          new InternalServerException(
              call,
              error,
              "This is a defect of the gateway, not of the request: try another model; support"
                  + " needs the request id.");
      case STATUS -> ofStatus(error, diagnosis);
    };
  }

  private ApiException ofStatus(ApiError error, Diagnosis diagnosis) {
    int status = error.status();
    return switch (status) {
      case 400 -> new BadRequestException(call, error, badRequest(diagnosis));
      case 401 -> authentication(error);
      case 402 -> credits(error);
      case 403 ->
          new PermissionDeniedException(
              call, error, "Check what the key's plan, addresses and models allow.");
      case 404 -> new NotFoundException(call, error, notFound(error));
      case 408 -> new RequestTimeoutException(call, error, "Try again.");
      case 410 -> new ModelGoneException(call, error, "Take another model.");
      case 422 -> new UnprocessableRequestException(call, error, unprocessable(diagnosis));
      case 424 -> new InternalServerException(call, error, "Try again, or another model.");
      case 501 ->
          new InternalServerException(
              call, error, "The server does not do this: take another model, or another server.");
      case 502 -> new BadGatewayException(call, error, "Try again, or another model.", 0);
      case 503, 529 -> new ServiceUnavailableException(call, error, unavailable(error));
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

  private AuthenticationException authentication(ApiError error) {
    String advice =
        "missing_api_key".equals(error.code())
            ? "Check the API key. The gateway says the same of one that is wrong, expired, disabled"
                + " or used up, that may not be used from this address or site, and when it cannot"
                + " look keys up."
            : "Check the API key; the gateway reports a wrong key as a missing one.";
    return new AuthenticationException(call, error, advice, false);
  }

  private InsufficientCreditsException credits(ApiError error) {
    return new InsufficientCreditsException(
        call, error, "Add credits to the account, or ask for fewer tokens.");
  }

  private ApiException providerAccount(ApiError error, int upstream) {
    String advice =
        "The provider refuses the gateway's own key or account ("
            + upstream
            + "), not yours: try another model.";
    return error.status() == 401
        ? new AuthenticationException(call, error, advice, true)
        : new BadGatewayException(call, error, advice, upstream);
  }

  private String notFound(ApiError error) {
    String advice = "Check the model's name and the API base.";
    return "MODEL_NOT_FOUND".equals(error.code()) ? advice : OtherAddress.after(advice, origin);
  }

  private RateLimitException rateLimit(ApiError error, Speaker speaker) {
    Scope where =
        speaker == Speaker.PROVIDER
            ? Scope.UPSTREAM
            : "security_limit".equals(error.type()) ? Scope.IP : Scope.GATEWAY;
    Duration wait = error.retryAfter();
    String slower =
        where == Scope.UPSTREAM
            ? "This is the provider's limit, not yours: try again later, or another model."
            : "Slow down, or ask for a higher limit.";
    String advice = wait == null ? slower : "Wait " + seconds(wait) + " before the next call.";
    return new RateLimitException(call, error, advice, where);
  }

  private static String usedUp(ApiError error) {
    Duration wait = error.retryAfter();
    return "The account has used up what the gateway allows a day"
        + (wait == null ? ": wait until that begins anew" : ": wait " + seconds(wait))
        + ", or ask for a higher limit.";
  }

  private String ofProvider(Diagnosis diagnosis) {
    int upstream = diagnosis.upstreamStatus();
    RefusedParameter refused =
        upstream == 400 || upstream == 422 ? RefusedParameter.of(diagnosis.said()) : null;
    if (refused != null) {
      return refused.advice();
    }
    return upstream >= 400 && upstream < 500 && upstream != 408 && upstream != 429
        ? "The provider finds the request wrong (" + upstream + "): trying again will not help."
        : "Try again, or another model.";
  }

  private static String unavailable(ApiError error) {
    return "PROVIDER_ERROR".equals(error.code())
        ? "The gateway has reached what it may use of this provider: another model helps more than"
            + " waiting."
        : "Try again later, or another model.";
  }

  private String badRequest(Diagnosis diagnosis) {
    ErrorBody said = diagnosis.said();
    RefusedParameter refused = RefusedParameter.of(said);
    if (refused != null) {
      return refused.advice();
    }
    return said.suggestions().isEmpty()
        ? "Correct the request."
        : shown.apply(said.suggestions().get(0));
  }

  private static String unprocessable(Diagnosis diagnosis) {
    RefusedParameter refused = RefusedParameter.of(diagnosis.said());
    return refused == null ? "Correct the fields that it names." : refused.advice();
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
