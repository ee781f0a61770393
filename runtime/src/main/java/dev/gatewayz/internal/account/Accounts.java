package dev.gatewayz.internal.account;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.internal.account.BudgetLedger.Reservation;
import dev.gatewayz.internal.answer.Content;
import dev.gatewayz.internal.answer.UsedTokens;
import dev.gatewayz.internal.log.Log;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.internal.wire.RequestTexts;
import dev.gatewayz.usage.Outcome;
import dev.gatewayz.usage.TokenEstimator;
import dev.gatewayz.usage.UsageSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps account of what calls cost, and sees to budgets. Thread-safe. */
public final class Accounts {
  private final UsageCounter counter;
  private final Prices prices;
  private final Budgets budgets;
  private final @Nullable TokenEstimator estimator;

  /**
   * Accounts of the calls of a client.
   *
   * @param counter sums them up
   * @param prices what models cost; used where the gateway reports no cost
   * @param budgets what they may use
   * @param estimator guesses tokens that are not reported, {@code null} to leave them out
   */
  public Accounts(
      UsageCounter counter, Prices prices, Budgets budgets, @Nullable TokenEstimator estimator) {
    this.counter = counter;
    this.prices = prices;
    this.budgets = budgets;
    this.estimator = estimator;
  }

  /**
   * Reserves what a call will probably use.
   *
   * @throws BudgetExceededException if a budget is used up
   */
  public List<Reservation> reserve(CallRequest request, Supplier<CallInfo> call) {
    prices.refresh();
    return budgets.reserve(request, call);
  }

  /**
   * Reserves what the next request of a call will probably use, beyond what it has used so far.
   *
   * @param reserved what it has reserved
   * @param soFar what it has used
   * @throws BudgetExceededException if a budget is used up
   */
  public List<Reservation> reserveMore(
      List<Reservation> reserved, CallRequest next, Charge soFar, Supplier<CallInfo> call) {
    return reserved.isEmpty() ? reserved : Budgets.extend(reserved, next, soFar, call);
  }

  /**
   * What an answer to that request cost, whole or not: as it was reported, else as the price table
   * says of the tokens that were; {@code null} if nobody knows.
   */
  public @Nullable BigDecimal costOf(CallRequest request, Content answer) {
    return costOf(request, answer, answer.usage());
  }

  private @Nullable BigDecimal costOf(CallRequest request, Content answer, @Nullable Usage usage) {
    BigDecimal reported = answer.cost();
    return reported == null ? prices.of(request.modelName(), usage) : reported;
  }

  /**
   * What budgets take for an answer to that request, whole or not.
   *
   * @param reserved what the call has reserved
   */
  public Charge chargeOf(CallRequest request, Content answer, List<Reservation> reserved) {
    Usage usage = answer.usage();
    if (usage == null && answer.hasWords() && request.model() != null) {
      usage = guess(request, answer);
    }
    BigDecimal cost = costOf(request, answer, usage);
    if (cost == null && usage != null) {
      budgets.warnOfUnknownCost(reserved, request.modelName());
    }
    return new Charge(
        usage == null ? 0 : usage.totalTokens(), cost == null ? BigDecimal.ZERO : cost);
  }

  /** No request and no answer is free, however little of them is text. */
  private Usage guess(CallRequest request, Content answer) {
    StringBuilder said = new StringBuilder(answer.text());
    answer.toolCalls().forEach(call -> said.append(call.name()).append(call.arguments()));
    Usage usage = estimator == null ? null : estimate(request, said.toString(), estimator);
    if (usage == null) {
      usage = estimate(request, said.toString(), TokenEstimator.QUARTER);
    }
    return usage == null
        ? Usage.of(1, 1)
        : Usage.of(Math.max(1, usage.promptTokens()), Math.max(1, usage.completionTokens()));
  }

  /**
   * Enters what a call has used.
   *
   * @param reserved what it had reserved
   * @param charge what budgets take for its answers
   * @param isListed whether it belongs into the usage of the client
   */
  public void enter(CallUsage used, List<Reservation> reserved, Charge charge, boolean isListed) {
    if (isListed) {
      counter.record(used);
    }
    if (!reserved.isEmpty()) {
      Budgets.settle(reserved, used.attempts() > 0 ? 1 : 0, charge);
    }
  }

  /** Whether the text of a call's answers is needed to tell what it has used. */
  public boolean needsText(UsedTokens reported) {
    return estimator != null && reported.usage() == null;
  }

  /**
   * What a call has used.
   *
   * @param attempts how many requests it has sent
   * @param reported what was reported of them
   * @param answer the text of its answers, if the tokens must be estimated
   */
  public CallUsage usageOf(
      CallRequest request, Outcome outcome, int attempts, UsedTokens reported, String answer) {
    Usage usage = reported.usage();
    BigDecimal cost = reported.cost();
    UsageSource source = usage == null ? UsageSource.ABSENT : UsageSource.REPORTED;
    if (usage == null && estimator != null && attempts > 0 && request.model() != null) {
      // Nothing was billed for a call without answer, as far as anybody knows.
      usage = answer.isEmpty() ? Usage.of(0, 0) : estimate(request, answer, estimator);
      source = usage == null ? UsageSource.ABSENT : UsageSource.ESTIMATED;
      cost = cost == null ? prices.of(request.modelName(), usage) : cost;
    }
    return new CallUsage(
        request.prompt().id() == null ? "" : request.prompt().id(),
        request.modelName(),
        outcome,
        request.policy().tags(),
        attempts,
        source,
        usage,
        cost);
  }

  private static @Nullable Usage estimate(
      CallRequest request, String answer, TokenEstimator estimator) {
    byte[] body = request.body().toByteArray();
    try {
      return Usage.of(
          estimator.tokens(request.modelName(), RequestTexts.words(body, body.length)),
          estimator.tokens(request.modelName(), answer));
    } catch (Throwable t) {
      Log.warning("A token estimator threw; usage is absent.", t);
      return null;
    }
  }
}
