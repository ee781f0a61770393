package dev.gatewayz.internal.call;

import dev.gatewayz.error.BudgetExceededException;
import dev.gatewayz.internal.call.BudgetLedger.Reservation;
import dev.gatewayz.usage.Budget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The budgets of a client. Thread-safe. */
final class Budgets {
  private static final int BYTES_PER_TOKEN = 4;

  private final List<BudgetLedger> ledgers;

  Budgets(List<Budget> budgets) {
    ledgers = budgets.stream().map(BudgetLedger::new).toList();
  }

  /**
   * Reserves what a call will probably use; if a budget is used up, the call is refused.
   *
   * @return what was reserved, {@code null} if the call was refused
   */
  @Nullable List<Reservation> reserve(Call call) {
    if (ledgers.isEmpty()) {
      return List.of();
    }
    List<Reservation> reserved = new ArrayList<>();
    for (BudgetLedger ledger : ledgers) {
      if (!ledger.counts(call.request())) {
        continue;
      }
      Reservation reservation = ledger.reserve(probableUse(ledger.budget(), call.request()));
      if (reservation == null) {
        settle(reserved, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        call.refuse(refusal(ledger.budget(), call, "so nothing was sent."));
        return null;
      }
      reserved.add(reservation);
    }
    return reserved;
  }

  /**
   * Reserves what the next request of a call will probably use, on top of what it has used so far.
   *
   * @param reserved changes
   * @return the refusal if a budget is used up, {@code null} if none is
   */
  static @Nullable BudgetExceededException extend(
      Call call, List<Reservation> reserved, BigDecimal tokens, BigDecimal cost) {
    for (int i = 0; i < reserved.size(); i++) {
      Reservation reservation = reserved.get(i);
      Budget budget = reservation.ledger().budget();
      if (budget.unit() == Budget.Unit.CALLS) {
        // However often it goes on, it is one call.
        continue;
      }
      BigDecimal used = budget.unit() == Budget.Unit.TOKENS ? tokens : cost;
      Reservation more = reservation.extended(used, probableUse(budget, call.request()));
      if (more == null) {
        return refusal(budget, call, "so the call cannot go on.");
      }
      reserved.set(i, more);
    }
    return null;
  }

  /** Settles with what a call has really used. */
  static void settle(
      List<Reservation> reserved, BigDecimal calls, BigDecimal tokens, BigDecimal cost) {
    for (Reservation reservation : reserved) {
      reservation.settle(
          switch (reservation.ledger().budget().unit()) {
            case CALLS -> calls;
            case TOKENS -> tokens;
            case COST -> cost;
          });
    }
  }

  private static BigDecimal probableUse(Budget budget, CallRequest request) {
    return switch (budget.unit()) {
      case CALLS -> BigDecimal.ONE;
      case TOKENS -> BigDecimal.valueOf(request.bodyLength() / BYTES_PER_TOKEN);
      case COST -> BigDecimal.ZERO;
    };
  }

  private static BudgetExceededException refusal(Budget budget, Call call, String consequence) {
    return new BudgetExceededException(
        call.info(),
        budget.name(),
        "The budget \""
            + budget.name()
            + "\" of "
            + budget.limit().toPlainString()
            + " "
            + switch (budget.unit()) {
              case CALLS -> "calls";
              case TOKENS -> "tokens";
              case COST -> "US dollars";
            }
            + " in "
            + budget.window()
            + " is used up, "
            + consequence,
        "Wait for the next window, or raise the budget.");
  }
}
