package dev.gatewayz.internal.call;

import dev.gatewayz.chat.Usage;
import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.error.CallInfo;
import dev.gatewayz.error.Partial;
import dev.gatewayz.internal.account.Accounts;
import dev.gatewayz.internal.account.BudgetLedger.Reservation;
import dev.gatewayz.internal.account.CallUsage;
import dev.gatewayz.internal.account.Charge;
import dev.gatewayz.internal.answer.Content;
import dev.gatewayz.internal.answer.UsedTokens;
import dev.gatewayz.internal.request.CallRequest;
import dev.gatewayz.usage.Outcome;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one call holds of the limits and budgets of its client, and what its answers have used so
 * far. Runs on the loop of the call.
 */
final class CallAccount {
  private final CallStages stages;
  private boolean hasPlace;
  private List<Reservation> reserved = List.of();
  private UsedTokens used = UsedTokens.NONE;
  private Charge charge = Charge.NONE;

  /** What was counted last. */
  private @Nullable Content counted;

  /** What was said in answers that were followed by another question. */
  private String earlierText = "";

  /** The account of a call that holds and has used nothing. */
  CallAccount(CallStages stages) {
    this.stages = stages;
  }

  /** The call was admitted. */
  void takePlace() {
    hasPlace = true;
  }

  /**
   * Reserves what the first request will probably use.
   *
   * @throws BudgetExceededException if a budget is used up
   */
  void reserve(CallRequest request, Supplier<CallInfo> call) {
    reserved = stages.accounts().reserve(request, call);
  }

  /**
   * Reserves what another question will probably use, on top of what was used so far.
   *
   * @param last what was answered to the question before
   * @throws BudgetExceededException if a budget is used up
   */
  void reserveMore(CallRequest next, Content last, Supplier<CallInfo> call) {
    reserved = stages.accounts().reserveMore(reserved, next, charge, call);
    earlierText = text(last);
  }

  /** An answer to that request has ended, whole or not. */
  void count(CallRequest request, Content content) {
    if (content != counted) {
      Accounts accounts = stages.accounts();
      used = used.plus(content, accounts.costOf(request, content));
      if (!reserved.isEmpty()) {
        charge = charge.plus(accounts.chargeOf(request, content, reserved));
      }
      counted = content;
    }
  }

  private UsedTokens usedWith(Content content) {
    return content == counted ? used : used.plus(content, null);
  }

  /** What all answers have used so far. */
  UsedTokens used() {
    return used;
  }

  /** What has arrived of the answers so far, the present one included. */
  Partial partial(Content present) {
    Usage usage = usedWith(present).usage();
    return earlierText.isEmpty() && !present.hasWords() && usage == null
        ? Partial.NONE
        : Partial.builder().text(text(present)).toolCalls(present.toolCalls()).usage(usage).build();
  }

  private String text(Content last) {
    return earlierText.isEmpty() ? last.text() : earlierText + last.text();
  }

  /** The call gives its place back, if it has one. */
  void leavePlace() {
    if (hasPlace) {
      hasPlace = false;
      stages.limits().leave();
    }
  }

  /**
   * Enters what the call has used.
   *
   * @param last what was answered last
   * @param attempts how many requests were sent
   */
  CallUsage close(CallRequest request, Outcome outcome, int attempts, Content last) {
    count(request, last);
    CallUsage usage = usage(request, outcome, attempts, last);
    stages.accounts().enter(usage, reserved, charge, request.model() != null);
    return usage;
  }

  private CallUsage usage(CallRequest request, Outcome outcome, int attempts, Content last) {
    Accounts accounts = stages.accounts();
    String text = accounts.needsText(used) ? text(last) : "";
    return accounts.usageOf(request, outcome, attempts, used, text);
  }
}
