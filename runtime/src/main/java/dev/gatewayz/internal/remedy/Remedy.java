package dev.gatewayz.internal.remedy;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.BadGatewayException;
import dev.gatewayz.error.BadRequestException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.ContentPolicyException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.GatewayTimeoutException;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.InsufficientCreditsException;
import dev.gatewayz.error.InternalServerException;
import dev.gatewayz.error.ModelGoneException;
import dev.gatewayz.error.NotFoundException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.ServiceUnavailableException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.error.StreamTruncatedException;

/** What may help after a failure: the same request again, another model, or another gateway. */
public enum Remedy {
  /** Only the caller: by another request, another key, or an account with more in it. */
  CALLER(0, false, false),
  /** Another gateway. */
  GATEWAY(0, false, true),
  /** Another model, of this gateway or another. */
  MODEL(0, true, true),
  /** The same request again. */
  RETRY(Integer.MAX_VALUE, false, false),
  /** The same request again; then another gateway. */
  RETRY_THEN_GATEWAY(Integer.MAX_VALUE, false, true),
  /** The same request again; then another model. */
  RETRY_THEN_MODEL(Integer.MAX_VALUE, true, true),
  /** The same request once more, because it takes long and costs; then another model. */
  RETRY_ONCE_THEN_MODEL(1, true, true),
  /** Another model; the same request again only where there is no other. */
  MODEL_ELSE_RETRY(Integer.MAX_VALUE, true, true);

  private final int retries;
  private final boolean otherModel;
  private final boolean otherGateway;

  Remedy(int retries, boolean otherModel, boolean otherGateway) {
    this.retries = retries;
    this.otherModel = otherModel;
    this.otherGateway = otherGateway;
  }

  /** How often the same request may be sent again. */
  public int retries(boolean hasFallback) {
    return this == MODEL_ELSE_RETRY && hasFallback ? 0 : retries;
  }

  /** Whether another model may not suffer from it. */
  public boolean isOtherModel() {
    return otherModel;
  }

  /** Whether another gateway may not suffer from it. */
  public boolean isOtherGateway() {
    return otherGateway;
  }

  /** What may help after that failure. */
  public static Remedy of(GatewayzException failure) {
    if (failure instanceof ApiException api) {
      return of(api);
    }
    if (failure instanceof ConnectionException connection) {
      return connection.reason() == ConnectionException.Reason.TLS ? GATEWAY : RETRY_THEN_GATEWAY;
    }
    if (failure instanceof DeadlineExceededException late) {
      return switch (late.phase()) {
        case FIRST_TOKEN, IDLE -> MODEL;
        case ACQUIRE -> GATEWAY;
        case TOTAL -> CALLER;
      };
    }
    if (failure instanceof StreamInterruptedException) {
      return failure instanceof StreamTruncatedException ? RETRY_THEN_MODEL : MODEL;
    }
    return failure instanceof ProtocolException ? GATEWAY : CALLER;
  }

  private static Remedy of(ApiException failure) {
    if (failure instanceof BadRequestException) {
      boolean isOfModel =
          failure instanceof ContextWindowExceededException
              || failure instanceof ContentPolicyException;
      return isOfModel ? MODEL : CALLER;
    }
    if (failure instanceof NotFoundException || failure instanceof ModelGoneException) {
      return MODEL;
    }
    if (failure instanceof AuthenticationException refused) {
      return refused.isUpstream() ? MODEL : CALLER;
    }
    if (failure instanceof RateLimitException) {
      return isRepeated(failure.status()) ? RETRY_THEN_MODEL : MODEL;
    }
    if (failure instanceof BadGatewayException gateway) {
      return gateway.isTransient() ? RETRY_THEN_MODEL : MODEL;
    }
    if (failure instanceof GatewayTimeoutException late && late.isUpstream()) {
      return RETRY_ONCE_THEN_MODEL;
    }
    if (failure instanceof ServiceUnavailableException && "PROVIDER_ERROR".equals(failure.code())) {
      return MODEL_ELSE_RETRY;
    }
    return failure instanceof InsufficientCreditsException ? CALLER : ofStatus(failure);
  }

  private static Remedy ofStatus(ApiException failure) {
    int status = failure.status();
    boolean isOfServer = status >= 500 || failure instanceof InternalServerException;
    if (failure instanceof InternalServerException && !isRepeatedOfServer(status)) {
      return MODEL;
    }
    if (isRepeated(status)) {
      return isOfServer ? RETRY_THEN_MODEL : RETRY;
    }
    return isOfServer ? MODEL : CALLER;
  }

  private static boolean isRepeated(int status) {
    return status == 408
        || status == 429
        || status == 498
        || status == 502
        || status == 503
        || status == 504
        || status == 529
        || isRepeatedOfServer(status);
  }

  private static boolean isRepeatedOfServer(int status) {
    return status == 500 || status == 424 || (status >= 520 && status <= 524);
  }
}
