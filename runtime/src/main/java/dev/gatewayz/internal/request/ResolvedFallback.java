package dev.gatewayz.internal.request;

import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.AuthenticationException;
import dev.gatewayz.error.ConnectionException;
import dev.gatewayz.error.ContextWindowExceededException;
import dev.gatewayz.error.DeadlineExceededException;
import dev.gatewayz.error.DeadlineExceededException.Phase;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.ModelGoneException;
import dev.gatewayz.error.NotFoundException;
import dev.gatewayz.error.ProtocolException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.error.StreamInterruptedException;
import dev.gatewayz.internal.http.RequestHead;
import dev.gatewayz.internal.syntax.ModelName;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fallback, ready to be asked.
 *
 * @param model another model, {@code null} for the same
 * @param head the head of a request to another gateway, {@code null} for the same
 */
public record ResolvedFallback(@Nullable ModelName model, @Nullable RequestHead head) {

  /** The same with further headers. */
  ResolvedFallback with(Map<String, String> headers) {
    return head == null ? this : new ResolvedFallback(model, head.with(headers));
  }

  /** Whether another model answers, or the same at another gateway. */
  boolean isSomebodyElse() {
    return model != null || head != null;
  }

  /** Whether asking here may help after that failure. */
  public boolean mayHelp(GatewayzException failure) {
    if (head != null && isOfGateway(failure)) {
      return true;
    }
    return isOfModel(failure);
  }

  /** What another gateway may not suffer from. */
  private static boolean isOfGateway(GatewayzException failure) {
    return failure instanceof ConnectionException
        || failure instanceof ProtocolException
        || (failure instanceof DeadlineExceededException late && late.phase() == Phase.ACQUIRE);
  }

  /** What another model may not suffer from. */
  private static boolean isOfModel(GatewayzException failure) {
    if (failure instanceof DeadlineExceededException late) {
      return late.phase() == Phase.FIRST_TOKEN || late.phase() == Phase.IDLE;
    }
    if (failure instanceof ApiException api) {
      return api.status() >= 500
          || api instanceof RateLimitException
          || (api instanceof AuthenticationException refused && refused.isUpstream())
          || api instanceof NotFoundException
          || api instanceof ModelGoneException
          || api instanceof ContextWindowExceededException;
    }
    return failure instanceof StreamInterruptedException;
  }
}
