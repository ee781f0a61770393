package dev.gatewayz.testkit.fake;

import dev.gatewayz.chat.Message;
import dev.gatewayz.chat.ToolCall;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.AnswerRefusedException;
import dev.gatewayz.error.AnswerTruncatedException;
import dev.gatewayz.error.ApiError;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.ApprovalRequiredException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.CallInterruptedException;
import dev.gatewayz.error.ClientClosedException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.ContentPolicyException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.GatewayTimeoutException;
import dev.gatewayz.error.InsufficientCreditsException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.ModelGoneException;
import dev.gatewayz.error.NotFoundException;
import dev.gatewayz.error.Partial;
import dev.gatewayz.error.PermissionDeniedException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.RequestTimeoutException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.StreamErrorException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.error.StreamTruncatedException;
import dev.gatewayz.error.TooManyCallsException;
import dev.gatewayz.error.ToolFailedException;
import dev.gatewayz.error.ToolRoundsExceededException;
import dev.gatewayz.error.UnprocessableRequestException;
import java.time.Duration;
import java.util.List;

/**
 * Every exception of the library, each made by a method that has its name without the last word.
 * They speak of one request to {@value Completions#MODEL} with the id {@value
 * Completions#REQUEST_ID}, or, where a call is refused before it is sent, of none.
 */
public final class Failures {
  private static final CallInfo SENT =
      CallInfo.builder()
          .model(Completions.MODEL)
          .attempts(1)
          .requestId(Completions.REQUEST_ID)
          .build();
  private static final CallInfo NOT_SENT = CallInfo.builder().model(Completions.MODEL).build();

  private static final String AGAIN = "Try again.";
  private static final String OTHER_MODEL = "Try again, or another model.";
  private static final String SEE_PARTIAL =
      "The part of the answer that had arrived is in partial().";
  private static final Usage USAGE = Usage.of(10, 5);

  private Failures() {}

  // What the gateway answers.

  private static ApiError error(int status, String code, String message) {
    return ApiError.builder().status(status).code(code).message(message).build();
  }

  /**
   * {@return a status that has no exception of its own}
   *
   * @param status the HTTP status
   * @param message in the gateway's words
   */
  public static ApiException api(int status, String message) {
    ApiError error = ApiError.builder().status(status).message(message).build();
    return new ApiException(SENT, error, "Support needs the request id.");
  }

  /** {@return status 401: a key that the gateway does not accept} */
  public static AuthenticationException authentication() {
    return new AuthenticationException(
        SENT, error(401, "INVALID_API_KEY", "Invalid API key"), "Check the API key.", false);
  }

  /** {@return status 502: the provider failed} */
  public static BadGatewayException badGateway() {
    return new BadGatewayException(
        SENT, error(502, "PROVIDER_ERROR", "The provider failed"), OTHER_MODEL, 0);
  }

  /**
   * {@return status 400: a request that is wrong}
   *
   * @param message in the gateway's words
   */
  public static BadRequestException badRequest(String message) {
    return new BadRequestException(
        SENT, error(400, "INVALID_REQUEST", message), "Correct the request.");
  }

  /** {@return status 400: the content is not allowed} */
  public static ContentPolicyException contentPolicy() {
    return new ContentPolicyException(
        SENT,
        error(400, "content_policy_violation", "The content is not allowed"),
        "Change the content of the prompt.");
  }

  /** {@return status 400: prompt and answer do not fit the model} */
  public static ContextWindowExceededException contextWindowExceeded() {
    return new ContextWindowExceededException(
        SENT,
        error(400, "context_length_exceeded", "The maximum context length is 8192 tokens"),
        "Shorten the prompt, ask for fewer tokens, or take a model with a larger context.");
  }

  /** {@return status 504: the provider took too long} */
  public static GatewayTimeoutException gatewayTimeout() {
    return new GatewayTimeoutException(
        SENT, error(504, "PROVIDER_TIMEOUT", "The provider took too long"), AGAIN);
  }

  /** {@return status 402: the account is empty} */
  public static InsufficientCreditsException insufficientCredits() {
    return new InsufficientCreditsException(
        SENT,
        error(402, "INSUFFICIENT_CREDITS", "Insufficient credits"),
        "Add credits to the account, or ask for fewer tokens.");
  }

  /** {@return status 500: the gateway failed} */
  public static InternalServerException internalServer() {
    return new InternalServerException(
        SENT,
        error(500, "INTERNAL_ERROR", "Internal server error"),
        "Try again; support needs the request id.");
  }

  /** {@return status 410: the model is withdrawn} */
  public static ModelGoneException modelGone() {
    return new ModelGoneException(
        SENT, error(410, "MODEL_DEPRECATED", "The model is withdrawn"), "Take another model.");
  }

  /** {@return status 404: the model does not exist} */
  public static NotFoundException notFound() {
    return new NotFoundException(
        SENT,
        error(404, "MODEL_NOT_FOUND", "The model does not exist"),
        "Check the model's name and the API base.");
  }

  /** {@return status 403: what the key may not do} */
  public static PermissionDeniedException permissionDenied() {
    return new PermissionDeniedException(
        SENT,
        error(403, "ACCESS_DENIED", "Access denied"),
        "Check what the key's plan, addresses and models allow.");
  }

  /**
   * {@return status 429, by the gateway's own limit}
   *
   * @param retryAfter how long the gateway wants to be left alone
   */
  public static RateLimitException rateLimit(Duration retryAfter) {
    ApiError error =
        error(429, "RATE_LIMIT_EXCEEDED", "Rate limit exceeded").toBuilder()
            .retryAfter(retryAfter)
            .build();
    return new RateLimitException(
        SENT,
        error,
        "Wait " + retryAfter.toSeconds() + " s before the next call.",
        RateLimitException.Scope.GATEWAY);
  }

  /** {@return status 408: the request came too slowly} */
  public static RequestTimeoutException requestTimeout() {
    return new RequestTimeoutException(
        SENT, error(408, "REQUEST_TIMEOUT", "The request came too slowly"), AGAIN);
  }

  /** {@return status 503: the service is overloaded} */
  public static ServiceUnavailableException serviceUnavailable() {
    return new ServiceUnavailableException(
        SENT, error(503, "SERVICE_UNAVAILABLE", "The service is overloaded"), OTHER_MODEL);
  }

  /**
   * {@return status 422: fields that are wrong}
   *
   * @param fields complaints about single fields of the request
   */
  public static UnprocessableRequestException unprocessableRequest(String... fields) {
    ApiError error =
        error(422, "VALIDATION_ERROR", "Validation error").toBuilder()
            .fields(List.of(fields))
            .build();
    return new UnprocessableRequestException(SENT, error, "Correct the fields that it names.");
  }

  // What is wrong with an answer.

  /**
   * {@return an answer that is not the JSON it should be, as a whole}
   *
   * @param text the answer
   */
  public static AnswerFormatException answerFormat(String text) {
    return answerFormat("", "an object", "text", text);
  }

  /**
   * {@return an answer that is not the JSON it should be}
   *
   * @param path where it does not fit, as in {@code items[2].name}
   * @param expected what belongs there, as in {@code a number}
   * @param found what is there, as in {@code the text "many"}
   * @param text the answer
   */
  public static AnswerFormatException answerFormat(
      String path, String expected, String found, String text) {
    return new AnswerFormatException(
        SENT, new AnswerFormatException.Flaw(path, expected, found), text, USAGE);
  }

  /**
   * {@return an answer that the model refuses, in its words}
   *
   * @param refusal the words
   */
  public static AnswerRefusedException answerRefused(String refusal) {
    return new AnswerRefusedException(SENT, refusal, USAGE);
  }

  /**
   * {@return an answer that was cut at the token limit}
   *
   * @param text what had arrived
   */
  public static AnswerTruncatedException answerTruncated(String text) {
    return new AnswerTruncatedException(SENT, text, USAGE);
  }

  /**
   * {@return an answer that makes no sense, and begins so}
   *
   * @param body the beginning of the answer
   */
  public static ProtocolException protocol(String body) {
    return new ProtocolException(
        SENT, "The answer is no JSON.", "Support needs the request id.", body, Partial.NONE);
  }

  // What breaks.

  /**
   * {@return a gateway that could not be reached, or a connection that broke before the answer
   * began}
   *
   * @param reason what failed
   */
  public static ConnectionException connection(ConnectionException.Reason reason) {
    return new ConnectionException(
        SENT,
        reason,
        "The connection failed (" + reason + ").",
        "Check the API base and the network.",
        null);
  }

  /**
   * {@return a deadline that passed before anything of the answer had arrived}
   *
   * @param phase what the deadline is for
   * @param limit how long that may take
   */
  public static DeadlineExceededException deadlineExceeded(
      DeadlineExceededException.Phase phase, Duration limit) {
    return new DeadlineExceededException(
        SENT,
        new DeadlineExceededException.Deadline(phase, limit),
        "The call took longer than " + limit.toMillis() + " ms (" + phase + ").",
        "Allow more time, or take a faster model.",
        Partial.NONE);
  }

  /**
   * {@return a stream that broke off}
   *
   * @param text what had arrived
   */
  public static StreamInterruptedException streamInterrupted(String text) {
    return new StreamInterruptedException(
        SENT, "The connection was lost.", SEE_PARTIAL, partial(text), null);
  }

  /**
   * {@return a stream that was cut as if it were complete}
   *
   * @param text what had arrived
   */
  public static StreamTruncatedException streamTruncated(String text) {
    return new StreamTruncatedException(
        SENT, "The answer ended without its end.", SEE_PARTIAL, partial(text));
  }

  /**
   * {@return a stream in which the gateway reported an error}
   *
   * @param text what had arrived
   * @param error what it would have been before the first piece
   */
  public static StreamErrorException streamError(String text, ApiException error) {
    return new StreamErrorException(
        SENT,
        "The gateway broke the answer off with HTTP " + error.status() + ".",
        SEE_PARTIAL,
        partial(text),
        error);
  }

  private static Partial partial(String text) {
    return Partial.builder().text(text).build();
  }

  // What this client does not do.

  /**
   * {@return a budget that is used up}
   *
   * @param budget its name
   */
  public static BudgetExceededException budgetExceeded(String budget) {
    return new BudgetExceededException(
        NOT_SENT, budget, "The budget " + budget + " is used up.", "Wait for its next window.");
  }

  /** {@return more calls than may be under way and wait} */
  public static TooManyCallsException tooManyCalls() {
    return new TooManyCallsException(
        NOT_SENT, "Too many calls are under way.", "Allow more, or make fewer at once.");
  }

  /** {@return a thread that was interrupted while it waited for its answer} */
  public static CallInterruptedException callInterrupted() {
    return new CallInterruptedException(SENT);
  }

  /** {@return a client that was closed before the call was sent} */
  public static ClientClosedException clientClosed() {
    return new ClientClosedException(NOT_SENT, Partial.NONE);
  }

  // Tools.

  /**
   * {@return a tool that failed in a way that is declared fatal}
   *
   * @param cause what the tool threw
   */
  public static ToolFailedException toolFailed(Throwable cause) {
    return new ToolFailedException(SENT, "A tool failed.", USAGE, cause);
  }

  /**
   * {@return a model that wants a tool called that somebody must approve}
   *
   * @param wanted what it wants called
   */
  public static ApprovalRequiredException approvalRequired(ToolCall... wanted) {
    List<Message> messages = List.of(Message.user("?"), Message.assistant("", List.of(wanted)));
    return new ApprovalRequiredException(SENT, List.of(wanted), messages, 0, USAGE);
  }

  /**
   * {@return a model that asks for tools once more than is allowed}
   *
   * @param rounds how often tools were run
   * @param wanted what it wants called now
   */
  public static ToolRoundsExceededException toolRoundsExceeded(int rounds, ToolCall... wanted) {
    return new ToolRoundsExceededException(SENT, rounds, List.of(wanted), USAGE);
  }
}
