package dev.gatewayz.internal.call;

import dev.gatewayz.ContextCarrier;
import dev.gatewayz.error.FailedAttempt;
import dev.gatewayz.internal.account.Accounts;
import dev.gatewayz.internal.answer.AnswerRules;
import dev.gatewayz.internal.answer.Callbacks;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.request.KnownForms;
import dev.gatewayz.internal.transport.Transport;
import dev.gatewayz.observe.GatewayzListener;
import java.util.List;

/**
 * What every call of a client goes through. Its stages in their order, after interceptors, which
 * stand before the call:
 *
 * <ol>
 *   <li>It begins on one of the event loops of the {@code transport} and stays there. {@code
 *       listeners} hear of it from here on.
 *   <li>The {@code limits} admit it, now or later, or refuse it.
 *   <li>The {@code accounts} reserve what it will probably use, or refuse it.
 *   <li>It waits for its {@link Turn} among the {@code gateways}, as does each further request.
 *   <li>An {@link Attempt} asks the gateway, and reads what it answers by the {@code rules}; a
 *       second one may {@linkplain Race race} it. It says what the answer must look like in one of
 *       the {@code forms} that the model takes; a form that is refused is replaced by the next,
 *       which is no retry.
 *   <li>After a failure {@link Recovery} decides: again, if the {@code retryBudget} allows, or
 *       another model, or not at all.
 *   <li>After an answer that asks for {@code tools} they are run, and after one that does not fit
 *       the model is asked for a correction; both are one more attempt.
 *   <li>The call ends: it gives its place back, enters what it has used, tells the listeners, and
 *       then the caller.
 * </ol>
 *
 * @param transport loops and connections
 * @param listeners who is told what becomes of calls
 * @param limits how many calls may be under way, and how often
 * @param gateways how many requests each gateway takes at once
 * @param accounts usage and budgets
 * @param rules how answers are read
 * @param forms how models can be told what an answer must look like
 * @param retryBudget how many retries the client can afford
 * @param tools where tools run
 * @param callbacks where the code of users runs that waits for answers
 * @param carriers what is carried to where code of users runs
 */
public record CallStages(
    Transport transport,
    List<GatewayzListener> listeners,
    Limits limits,
    GatewayQueues gateways,
    Accounts accounts,
    AnswerRules rules,
    KnownForms forms,
    RetryBudget retryBudget,
    ToolThreads tools,
    Callbacks callbacks,
    List<ContextCarrier> carriers) {

  /** Copies the list. */
  public CallStages {
    listeners = List.copyOf(listeners);
    carriers = List.copyOf(carriers);
  }

  /**
   * What follows a failure: what {@link Recovery} says, with what the client has learned of models
   * and can still afford.
   *
   * @param isFinal whether nothing can be sent any more
   */
  Recovery.Next after(FailedAttempt failed, CallRequest request, boolean isFinal) {
    CallRequest restated = isFinal ? null : forms.after(failed.failure(), request);
    if (restated != null) {
      return new Recovery.Restate(restated);
    }
    boolean mayQueue = !gateways.isOpen();
    Recovery.Next next =
        Recovery.after(failed, request, new Recovery.Means(isFinal, true, mayQueue));
    return next instanceof Recovery.Retry retry && !retry.isFree() && !retryBudget.spend()
        ? Recovery.after(failed, request, new Recovery.Means(isFinal, false, false))
        : next;
  }
}
