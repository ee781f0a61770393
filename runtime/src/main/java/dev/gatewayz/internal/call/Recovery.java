package dev.gatewayz.internal.call;

import dev.gatewayz.error.AnswerFormatException;
import dev.gatewayz.error.ApiException;
import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.error.RateLimitException;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.request.CallPolicy;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.FollowUps;
import dev.gatewayz.internal.request.ResolvedFallback;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a call does after an attempt that brought nothing it can use. A pure function of the
 * failure, the request and how far the call is; all it calls is the retry policy of the user.
 */
final class Recovery {
  private Recovery() {}

  /** What happens next. */
  sealed interface Next {

    /** Does what belongs to the kind of this. */
    void match(
        Consumer<Retry> onRetry,
        Consumer<Queue> onQueue,
        Consumer<Fallback> onFallback,
        Consumer<Repair> onRepair,
        Consumer<Restate> onRestate,
        Consumer<GiveUp> onGiveUp);
  }

  /**
   * The same request is sent again after a pause.
   *
   * @param isFree whether that costs nothing of the client's budget for retries: a server that
   *     names a limit and its end is not out of order, nor is one that is left alone for as long as
   *     it asks
   */
  record Retry(Duration pause, boolean isFree) implements Next {
    @Override
    public void match(
        Consumer<Retry> onRetry,
        Consumer<Queue> onQueue,
        Consumer<Fallback> onFallback,
        Consumer<Repair> onRepair,
        Consumer<Restate> onRestate,
        Consumer<GiveUp> onGiveUp) {
      onRetry.accept(this);
    }
  }

  /**
   * The same request waits for another turn, as if it had not been sent.
   *
   * @param pause how long the gateway wants no more
   */
  record Queue(Duration pause) implements Next {
    @Override
    public void match(
        Consumer<Retry> onRetry,
        Consumer<Queue> onQueue,
        Consumer<Fallback> onFallback,
        Consumer<Repair> onRepair,
        Consumer<Restate> onRestate,
        Consumer<GiveUp> onGiveUp) {
      onQueue.accept(this);
    }
  }

  /** Another model or gateway is asked, at once. */
  record Fallback(CallRequest request) implements Next {
    @Override
    public void match(
        Consumer<Retry> onRetry,
        Consumer<Queue> onQueue,
        Consumer<Fallback> onFallback,
        Consumer<Repair> onRepair,
        Consumer<Restate> onRestate,
        Consumer<GiveUp> onGiveUp) {
      onFallback.accept(this);
    }
  }

  /** The model is shown what is wrong with its answer. */
  record Repair(AnswerFormatException unfit) implements Next {
    @Override
    public void match(
        Consumer<Retry> onRetry,
        Consumer<Queue> onQueue,
        Consumer<Fallback> onFallback,
        Consumer<Repair> onRepair,
        Consumer<Restate> onRestate,
        Consumer<GiveUp> onGiveUp) {
      onRepair.accept(this);
    }
  }

  /** The same is asked in another form, which the model may take; that is no retry. */
  record Restate(CallRequest request) implements Next {
    @Override
    public void match(
        Consumer<Retry> onRetry,
        Consumer<Queue> onQueue,
        Consumer<Fallback> onFallback,
        Consumer<Repair> onRepair,
        Consumer<Restate> onRestate,
        Consumer<GiveUp> onGiveUp) {
      onRestate.accept(this);
    }
  }

  /** The failure is final. */
  record GiveUp(GatewayzException failure) implements Next {
    @Override
    public void match(
        Consumer<Retry> onRetry,
        Consumer<Queue> onQueue,
        Consumer<Fallback> onFallback,
        Consumer<Repair> onRepair,
        Consumer<Restate> onRestate,
        Consumer<GiveUp> onGiveUp) {
      onGiveUp.accept(this);
    }
  }

  /**
   * What a call can still do.
   *
   * @param isFinal whether nothing can be sent any more: something was handed on, or the client
   *     closes
   * @param mayRetry whether the client can afford a retry
   * @param mayQueue whether requests wait for turns at the gateway
   */
  record Means(boolean isFinal, boolean mayRetry, boolean mayQueue) {}

  /** Decides. */
  static Next after(FailedAttempt attempt, CallRequest request, Means means) {
    GatewayzException failure = attempt.failure();
    if (means.isFinal()) {
      return new GiveUp(failure);
    }
    if (failure instanceof AnswerFormatException unfit) {
      return afterUnfit(unfit, request);
    }
    if (means.mayQueue() && isOnlyTooEarly(failure, request)) {
      Duration wait = Overload.waitAfter(failure);
      if (wait.compareTo(attempt.left()) < 0) {
        return new Queue(wait);
      }
    }
    if (means.mayRetry()) {
      Duration pause = pauseAfter(attempt, request.policy());
      if (pause != null && pause.compareTo(attempt.left()) < 0) {
        return new Retry(pause, isScheduled(failure, pause));
      }
    }
    return fallback(failure, request);
  }

  private static Next afterUnfit(AnswerFormatException unfit, CallRequest request) {
    FollowUps followUps = request.policy().followUps();
    return followUps.repairs() > 0
        ? new Repair(unfit)
        : new GiveUp(unfit.after(followUps.repairsDone()));
  }

  /** Who has named somebody else to ask does not want to wait for ever. */
  private static boolean isOnlyTooEarly(GatewayzException failure, CallRequest request) {
    return request.policy().fallbacks().isEmpty() && Overload.isAllThatIsWrong(failure);
  }

  private static @Nullable Duration pauseAfter(FailedAttempt attempt, CallPolicy policy) {
    try {
      return policy.retries().delay(attempt);
    } catch (Throwable t) {
      Log.error("A retry policy threw; the failure is not retried.", t);
      return null;
    }
  }

  private static boolean isScheduled(GatewayzException failure, Duration pause) {
    return failure instanceof ApiException api
        && api.retryAfter() != null
        && (api instanceof RateLimitException || pause.compareTo(api.retryAfter()) >= 0);
  }

  private static Next fallback(GatewayzException failure, CallRequest request) {
    List<ResolvedFallback> fallbacks = request.policy().fallbacks();
    for (int i = 0; i < fallbacks.size(); i++) {
      if (fallbacks.get(i).mayHelp(failure)) {
        return new Fallback(request.toFallback(i));
      }
    }
    return new GiveUp(failure);
  }
}
