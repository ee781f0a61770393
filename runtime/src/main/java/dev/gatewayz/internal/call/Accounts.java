package dev.gatewayz.internal.call;

import dev.gatewayz.chat.GatewayUsage;
import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.GatewayzException;
import dev.gatewayz.internal.call.BudgetLedger.Reservation;
import dev.gatewayz.internal.wire.RequestTexts;
import dev.gatewayz.usage.CallUsage;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.TokenEstimator;
import dev.gatewayz.usage.UsageSource;
import dev.gatewayz.usage.UsageTracker;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps account of what calls cost, and sees to budgets. Thread-safe. */
final class Accounts {
  private static final System.Logger LOG = System.getLogger("dev.gatewayz");

  private final UsageTracker tracker;
  private final Budgets budgets;
  private final @Nullable TokenEstimator estimator;

  Accounts(UsageTracker tracker, Budgets budgets, @Nullable TokenEstimator estimator) {
    this.tracker = tracker;
    this.budgets = budgets;
    this.estimator = estimator;
  }

  /** Reserves what a call will probably use; {@code null} if a budget refuses it. */
  @Nullable List<Reservation> open(Call call) {
    return budgets.reserve(call);
  }

  /**
   * Reserves what the next request of a call will probably use, beyond what it has used so far.
   *
   * @return the refusal of a budget that is used up, {@code null} if there is none
   */
  @Nullable GatewayzException goOn(Call call, @Nullable List<Reservation> reserved) {
    if (reserved == null || reserved.isEmpty()) {
      return null;
    }
    CallUsage used = usageOf(call, Outcome.SUCCESS);
    Usage usage = used.usage();
    return Budgets.extend(
        call,
        reserved,
        BigDecimal.valueOf(usage == null ? 0 : usage.totalTokens()),
        tracker.cost(used));
  }

  /**
   * Enters what a call has used.
   *
   * @param reserved what it had reserved, {@code null} if it did not come to that
   */
  CallUsage close(Call call, Outcome outcome, @Nullable List<Reservation> reserved) {
    CallUsage used = usageOf(call, outcome);
    if (call.request().model() != null) {
      tracker.record(used);
    }
    if (reserved != null && !reserved.isEmpty()) {
      Usage usage = used.usage();
      Budgets.settle(
          reserved,
          used.attempts() > 0 ? BigDecimal.ONE : BigDecimal.ZERO,
          BigDecimal.valueOf(usage == null ? 0 : usage.totalTokens()),
          tracker.cost(used));
    }
    return used;
  }

  private CallUsage usageOf(Call call, Outcome outcome) {
    CallRequest request = call.request();
    Usage usage = call.usage();
    GatewayUsage gateway = call.gatewayUsage();
    UsageSource source = usage == null ? UsageSource.ABSENT : UsageSource.REPORTED;
    if (usage == null && estimator != null && call.attempts() > 0 && request.model() != null) {
      usage = estimate(call, estimator);
      source = usage == null ? UsageSource.ABSENT : UsageSource.ESTIMATED;
    }
    return new CallUsage(
        request.promptId() == null ? "" : request.promptId(),
        request.modelName(),
        outcome,
        request.policy().tags(),
        call.attempts(),
        source,
        usage,
        gateway == null ? null : gateway.cost());
  }

  /** Nothing was billed for a call without answer, as far as anybody knows. */
  private static @Nullable Usage estimate(Call call, TokenEstimator estimator) {
    String answer = call.answerText();
    if (answer.isEmpty()) {
      return Usage.of(0, 0);
    }
    CallRequest request = call.request();
    String prompt = RequestTexts.words(request.body(), request.bodyLength());
    try {
      return Usage.of(
          estimator.tokens(request.modelName(), prompt),
          estimator.tokens(request.modelName(), answer));
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "A token estimator threw; usage is absent.", e);
      return null;
    }
  }
}
